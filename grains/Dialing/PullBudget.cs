namespace Burgernet.Grains.Dialing;

/// <summary>How many deliveries each lane is asked for. Pure.</summary>
internal static class PullBudget
{
    /// <summary>Splits free starts over lanes as evenly as it goes, the first ones getting the odd ones; the sum is exactly the budget.</summary>
    /// <param name="budget">Free lines or starts, whichever is less; negative counts as none.</param>
    /// <param name="lanes">How many lanes there are.</param>
    /// <param name="lane">Which lane, from 0.</param>
    public static int Of(int budget, int lanes, int lane) => Math.Max(0, budget) / lanes + (lane < Math.Max(0, budget) % lanes ? 1 : 0);
}
