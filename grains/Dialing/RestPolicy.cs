using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How long a dialer starts nothing after its carrier, or the trunk to it, turned a call away. Pure.</summary>
internal static class RestPolicy
{
    /// <summary>A carrier that answers 503 without saying for how long.</summary>
    public static readonly TimeSpan Unspoken = TimeSpan.FromSeconds(1);

    /// <summary>A trunk that takes no call now: each further try costs a claim, so they are few.</summary>
    public static readonly TimeSpan NotAdmitted = TimeSpan.FromMilliseconds(500);

    /// <summary>A connection that cannot be had: a delivery that met it twenty times is given up, which with this takes the better part of a minute.</summary>
    public static readonly TimeSpan NoConnection = TimeSpan.FromSeconds(2);

    /// <summary>Longest, whatever the carrier says.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The rest that a piece of news asks for; zero where it asks for none.</summary>
    public static TimeSpan After(in VoiceCallNews news) =>
        news switch
        {
            { End: CallEnd.ConnectionFailed } => NoConnection,
            { End: CallEnd.NotAdmitted, RetryAfterSeconds: 0 } => NotAdmitted,
            { End: CallEnd.Rejected, SipStatus: 503, RetryAfterSeconds: 0 } => Unspoken,
            { End: CallEnd.NotAdmitted } or { End: CallEnd.Rejected, SipStatus: 503 } => TimeSpan.FromSeconds(
                Math.Min(news.RetryAfterSeconds, (int)Longest.TotalSeconds)
            ),
            _ => TimeSpan.Zero,
        };
}
