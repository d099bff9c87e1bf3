using Burgernet.Practice;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>A call that the carrier saw, with the claim that names it.</summary>
internal sealed record ChaosCall(PracticeCallRecord Record, ChaosAttempt Attempt)
{
    /// <summary>How old the claim was when the INVITE arrived, by the wall clocks of one machine.</summary>
    public TimeSpan ClaimAge => Record.Invited.Utc - Attempt.ClaimedAt;
}
