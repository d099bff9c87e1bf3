namespace Burgernet.Grains.Webhooks;

/// <summary>When something that was not taken is tried again, and when no more. Pure.</summary>
internal static class WebhookPolicy
{
    private const double Jitter = 0.2;

    /// <summary>How long to wait after a failure: doubled each time, give or take a fifth, and never less than the receiver asks within the longest pause.</summary>
    /// <param name="options">First and longest pause.</param>
    /// <param name="tries">How often it was tried, 1 or more.</param>
    /// <param name="chance">0 to 1, anew each time: many that failed together do not come back together.</param>
    /// <param name="retryAfter">What the receiver asks (RFC 9110 §10.2.3), or null.</param>
    public static TimeSpan Pause(WebhookOptions options, int tries, double chance, TimeSpan? retryAfter)
    {
        var doubled = options.FirstRetry * Math.Pow(2, Math.Clamp(tries - 1, 0, 30));
        var pause = (doubled < options.LongestRetry ? doubled : options.LongestRetry) * (1 - Jitter + (2 * Jitter * chance));
        var asked =
            retryAfter is { } after && after < options.LongestRetry ? after
            : retryAfter is null ? TimeSpan.Zero
            : options.LongestRetry;
        return pause > asked ? pause : asked;
    }

    /// <summary>Whether an entry that was tried and not taken is too old to be tried again.</summary>
    public static bool IsGivenUp(WebhookOptions options, DateTimeOffset recordedAt, DateTimeOffset now) =>
        now - recordedAt >= options.GiveUpAfter;
}
