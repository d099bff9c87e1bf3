namespace Burgernet.Sip.Admission;

/// <summary>Whether a call may start on a trunk now. Pure.</summary>
internal static class AdmissionPolicy
{
    /// <summary>Decides; the first barrier that stands, those first that no waiting of a moment removes.</summary>
    /// <param name="state">The trunk.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="now">Ticks.</param>
    public static SipBarrier Decide(in TrunkState state, SipTrunkOptions options, long now) =>
        now < state.RestsUntil ? SipBarrier.Rest
        : state.IsOverloaded && now < state.NextProbe ? SipBarrier.Overload
        : state.Unanswered >= options.MaxUnanswered ? SipBarrier.Unanswered
        : state.Calls >= options.Channels ? SipBarrier.Channels
        : now < state.NextStart ? SipBarrier.Rate
        : SipBarrier.None;
}
