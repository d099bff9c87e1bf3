using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Which of two totals of a lane is the later. Pure.</summary>
internal static class LaneOrder
{
    /// <summary>Whether totals are older than those that are known.</summary>
    /// <remarks>
    /// The stored chain goes first: it cannot fork, whatever activations there are. Versions only order what one activation told without storing anything. One that a node made when it woke,
    /// already dead to the others, has the highest version of all, and never stores anything again.
    /// </remarks>
    public static bool IsOlder(LaneTotals totals, LaneTotals known) =>
        totals.LogSequence == known.LogSequence ? totals.Version < known.Version : totals.LogSequence < known.LogSequence;
}
