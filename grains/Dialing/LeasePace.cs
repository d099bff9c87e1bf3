namespace Burgernet.Grains.Dialing;

/// <summary>How often a dialer renews its share of a carrier's limits. Pure.</summary>
/// <remarks>
/// A newcomer gets what the others have let go of, and is told so when it asks again. With a second between renewals on both sides that takes up to two seconds;
/// while shares move, both ask more often.
/// </remarks>
internal static class LeasePace
{
    /// <summary>Between two renewals where nothing moves. A lease is good for five of these.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromSeconds(1);

    /// <summary>Between two renewals while shares move.</summary>
    public static readonly TimeSpan Moving = TimeSpan.FromMilliseconds(250);

    /// <summary>For so long after a dialer began or was woken shares may move: what somebody began in the last second counts that long, and both tell it once more.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>The time to the next renewal.</summary>
    /// <param name="woken">Since it began, or was woken: a dialer came or went, or an action came.</param>
    /// <param name="starts">What it began in the last second.</param>
    /// <param name="share">Starts a second that it has, or null before it has any share.</param>
    public static TimeSpan After(TimeSpan woken, int starts, int? share) => woken < Settling || starts > share ? Moving : Steady;
}
