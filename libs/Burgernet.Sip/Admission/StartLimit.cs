namespace Burgernet.Sip.Admission;

/// <summary>A limit of starts on its way to the signalling thread.</summary>
/// <param name="Calls">At most so many,</param>
/// <param name="Within">in any such time.</param>
internal sealed record StartLimit(int Calls, TimeSpan Within);
