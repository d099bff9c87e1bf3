namespace Burgernet.Practice;

/// <summary>Highest values since the carrier started.</summary>
/// <param name="Channels">Most calls at once.</param>
/// <param name="InvitesPerSecond">Most INVITEs in any window of one second, the refused ones included.</param>
/// <param name="AdmittedPerSecond">Most admitted calls in any window of one second.</param>
public readonly record struct PracticePeaks(int Channels, int InvitesPerSecond, int AdmittedPerSecond);
