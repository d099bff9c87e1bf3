using Burgernet.Dialing;

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

    /// <summary>Counts while the next share is asked for: the carrier may have given to others whatever it was not told to be held or begun here.</summary>
    /// <param name="told">Lines that it was told are held here.</param>
    /// <param name="toldStarts">Starts of the last second that it was told of.</param>
    /// <param name="lease">The share before.</param>
    /// <param name="live">Lines that are held now.</param>
    /// <param name="reserved">Attempts that are on their way.</param>
    /// <param name="weight">What an attempt takes, 1 or more.</param>
    /// <param name="started">Starts of the last second, now.</param>
    public static int Told(int told, int toldStarts, CarrierLease lease, int live, int reserved, int weight, int started) =>
        Math.Min(
            Of(Math.Min(told, lease.Channels), live, reserved, weight),
            toldStarts >= lease.CallsPerSecond ? int.MaxValue : ((toldStarts - started) / weight) - reserved
        );
}
