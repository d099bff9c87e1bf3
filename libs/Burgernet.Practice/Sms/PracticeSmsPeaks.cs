namespace Burgernet.Practice;

/// <summary>Highest values since the SMSC started.</summary>
/// <param name="SubmitsPerSecond">Most submits in any window of one second, the refused ones included.</param>
/// <param name="TakenPerSecond">Most taken in any window of one second.</param>
/// <param name="Waiting">Most that were taken and not delivered yet.</param>
public readonly record struct PracticeSmsPeaks(int SubmitsPerSecond, int TakenPerSecond, int Waiting);
