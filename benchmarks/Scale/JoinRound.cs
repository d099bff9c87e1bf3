namespace Burgernet.Benchmarks.Scale;

/// <summary>One node that joined in the middle of an action, by the carrier's record and the monotonic clock that all processes of the machine share.</summary>
/// <param name="Starting">From the start of its process until it said that it is ready.</param>
/// <param name="FirstInvite">From then until its first INVITE; negative where that came before.</param>
/// <param name="InTwoSeconds">Its INVITEs by two seconds after it was ready.</param>
/// <param name="Half">From ready until it placed half of all calls, over half a second; null where it did not within the time that is watched.</param>
internal sealed record JoinRound(TimeSpan Starting, TimeSpan? FirstInvite, int InTwoSeconds, TimeSpan? Half);
