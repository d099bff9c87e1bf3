using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Whether an attempt that reached nobody is followed by another, and when. Pure.</summary>
internal static class RetryPolicy
{
    /// <summary>Whether an ended attempt was a try: the carrier took it, and nothing of ours was in the way. Turned away (503, no response), withheld, drained and paused ones are not.</summary>
    /// <remarks>The stores count by the same rule when a lane is loaded again.</remarks>
    public static bool IsTry(CallEnd end, int sipStatus) =>
        end is CallEnd.RingLimit or CallEnd.NoMedia || (end == CallEnd.Rejected && sipStatus != 503);

    /// <summary>Whether another try could end otherwise: busy, no answer, and failures of the carrier; not a number that does not exist, nor a refusal.</summary>
    public static bool CanMend(DeliveryResult result) =>
        result is DeliveryResult.Busy or DeliveryResult.NoAnswer or DeliveryResult.CarrierFailed or DeliveryResult.CarrierSilent;

    /// <summary>How long all further tries take from when the next one may leave, where each rings out.</summary>
    /// <param name="terms">The action's.</param>
    /// <param name="tries">Tries so far.</param>
    /// <param name="ringLimit">How long a phone may ring.</param>
    public static TimeSpan Remaining(LaneTerms terms, int tries, TimeSpan ringLimit) =>
        terms.RetryAfter.Skip(tries).Aggregate(ringLimit, (sum, after) => sum + after + ringLimit);

    /// <summary>When the next try may leave, or null where there is none: the limit is reached, or it would leave after the deadline.</summary>
    /// <param name="terms">The action's.</param>
    /// <param name="tries">Tries so far, 1 or more.</param>
    /// <param name="endedAt">When the last of them ended.</param>
    public static DateTimeOffset? Next(LaneTerms terms, int tries, DateTimeOffset endedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        if (tries > terms.RetryAfter.Count)
        {
            return null;
        }

        var at = endedAt + terms.RetryAfter[tries - 1];
        return at < terms.Deadline || terms.Deadline is null ? at : null;
    }
}
