using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Nearest first: up to which band first attempts may leave now.</summary>
public static class BandCeiling
{
    /// <summary>One band beyond the lowest that still has somebody without an attempt, over all lanes; never beyond what is selected.</summary>
    /// <param name="lanes">The latest totals of the lanes that reported.</param>
    /// <param name="selectingBand">The band that the selection is storing, or <see cref="int.MaxValue"/> when it is complete.</param>
    public static int Of(IEnumerable<LaneTotals> lanes, int selectingBand)
    {
        var lowest = selectingBand;
        foreach (var lane in lanes)
        {
            lowest = Math.Min(lowest, lane.LowestUndialledBand);
        }

        return lowest == int.MaxValue ? int.MaxValue : lowest + 1;
    }
}
