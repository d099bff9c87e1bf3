namespace Burgernet.Grains.Dialing;

/// <summary>How many attempts a limit has room for. Pure.</summary>
internal static class StartRoom
{
    /// <summary>Counts; never fewer than one where nothing is under way, so that what weighs more than the whole limit goes alone.</summary>
    /// <param name="limit">What there may be at once.</param>
    /// <param name="live">What there is.</param>
    /// <param name="reserved">Attempts that are on their way.</param>
    /// <param name="weight">What an attempt takes, 1 or more.</param>
    public static int Of(int limit, int live, int reserved, int weight) =>
        limit > 0 && live == 0 && reserved == 0 ? Math.Max(1, limit / weight) : ((limit - live) / weight) - reserved;
}
