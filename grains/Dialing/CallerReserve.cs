using System.Runtime.InteropServices;

namespace Burgernet.Grains.Dialing;

/// <summary>How many of a carrier's channels are for callers. Pure.</summary>
/// <param name="Kept">Never leased to dialers.</param>
/// <param name="Most">Callers never hold more, so that they never keep an action from calling.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CallerReserve(int Kept, int Most)
{
    private const double UsualShare = 0.05;
    private const int Least = 2;

    /// <summary>Nobody may call in.</summary>
    public static CallerReserve None => default;

    /// <summary>What a carrier keeps.</summary>
    /// <param name="channels">Its channels.</param>
    /// <param name="reserved">What is configured; null for 5 %, at least 2.</param>
    public static CallerReserve Of(int channels, int? reserved)
    {
        var kept = Math.Clamp(reserved ?? Math.Max(Least, (int)Math.Ceiling(channels * UsualShare)), 0, channels);
        return new CallerReserve(kept, Math.Max(kept, channels / 2));
    }
}
