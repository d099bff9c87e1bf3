using Burgernet.Actions;
using Burgernet.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>The policy of its kind that an action was started under, in an event: settings may change afterwards, this does not.</summary>
/// <param name="Version">SHA-256 over the whole policy, sentences included.</param>
/// <param name="Urgency">How much it presses.</param>
/// <param name="QuietHours">When nobody is called: <c>22:00-08:00</c>, or null.</param>
/// <param name="LargestAreaSquareKilometres">The largest area.</param>
/// <param name="ConfirmAbove">More people take a confirmation.</param>
/// <param name="EuroPerAnswer">Of a call that is answered.</param>
/// <param name="EuroPerMinute">Of a minute that it is answered.</param>
/// <param name="RetryAfter">How long after each unsuccessful try the next may leave; null for one try.</param>
/// <param name="Deadline">How long after the start the last attempt may leave; null for no limit.</param>
/// <param name="EuroPerSms">Of an SMS; null in events from before there were any.</param>
public sealed record PolicyData(
    string Version,
    Urgency Urgency,
    string? QuietHours,
    double LargestAreaSquareKilometres,
    int ConfirmAbove,
    decimal EuroPerAnswer,
    decimal EuroPerMinute,
    IReadOnlyList<TimeSpan>? RetryAfter = null,
    TimeSpan? Deadline = null,
    decimal? EuroPerSms = null
)
{
    /// <summary>From a policy.</summary>
    public static PolicyData Of(KindPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new PolicyData(
            policy.Version,
            policy.Urgency,
            policy.QuietHours?.ToString(),
            policy.LargestAreaSquareKilometres,
            policy.ConfirmAbove,
            policy.Tariff.PerAnswer,
            policy.Tariff.PerMinute,
            policy.RetryAfter.Count == 0 ? null : policy.RetryAfter,
            policy.Deadline,
            policy.Tariff.PerSms
        );
    }
}
