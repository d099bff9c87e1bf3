namespace Burgernet.Sip.Admission;

/// <summary>When a peer is taken to be overloaded, and when no longer. Pure.</summary>
/// <remarks>An overloaded peer answers late, so its callers send again, which is more work for it: our own repetitions are what finishes it off.
/// What was sent in vain for longer than a few seconds is left out (<see cref="LastStep"/>): it says that the peer was away, not that it is slow now.</remarks>
internal static class OverloadPolicy
{
    /// <summary>So few repetitions within the window are chance, whatever their share.</summary>
    public const int Least = 10;

    /// <summary>Repetitions of a request that count: the first three, 7·T1 after it was sent at most.</summary>
    public const int LastStep = 3;

    /// <summary>Decides.</summary>
    /// <param name="isOverloaded">Whether it was so far.</param>
    /// <param name="counts">What was sent within the window.</param>
    /// <param name="isHeard">Whether a response came after the last repetition: silence is no recovery.</param>
    /// <param name="limit">The share of repetitions among what is sent that begins it; half of it ends it, so that it does not flutter.</param>
    public static bool IsOverloaded(bool isOverloaded, in SendCounts counts, bool isHeard, double limit) =>
        isOverloaded
            ? !isHeard || counts.Repeated > counts.Sent * limit / 2
            : counts.Repeated >= Least && counts.Repeated > counts.Sent * limit;
}
