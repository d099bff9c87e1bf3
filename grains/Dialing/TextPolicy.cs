using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What becomes of texts, and what it says of their carrier. Pure.</summary>
internal static class TextPolicy
{
    /// <summary>How an attempt ended.</summary>
    public static CallEnd EndOf(in MessageNews news) =>
        news.Kind switch
        {
            MessageNewsKind.Accepted => CallEnd.Accepted,
            MessageNewsKind.Refused when news.NoSuchAddress => CallEnd.NoSuchAddress,
            MessageNewsKind.Refused when news.ForGood => CallEnd.RefusedForGood,
            MessageNewsKind.Refused => CallEnd.RefusedForNow,
            MessageNewsKind.Unknown => CallEnd.Unacknowledged,
            MessageNewsKind.NotSent => CallEnd.ConnectionFailed,
            _ => CallEnd.Withheld,
        };

    /// <summary>What it says of the carrier: who is throttled is full for a moment, who cannot be reached or is silent rests.</summary>
    public static TrunkSign Sign(in MessageNews news) =>
        news.Kind switch
        {
            MessageNewsKind.Accepted => TrunkSign.Works,
            MessageNewsKind.Refused => news.ForGood || news.NoSuchAddress ? TrunkSign.Works : TrunkSign.Full,
            MessageNewsKind.Unknown or MessageNewsKind.NotSent => TrunkSign.Fails,
            _ => TrunkSign.Untried,
        };

    /// <summary>What the carrier asked for, or how long one that cannot be reached is left alone at the least.</summary>
    public static TimeSpan Asked(in MessageNews news) =>
        news.Kind == MessageNewsKind.NotSent && news.RetryAfter < RestPolicy.NoConnection ? RestPolicy.NoConnection : news.RetryAfter;
}
