using Burgernet.Cells;
using Orleans.Runtime.Placement;

namespace Burgernet.Grains.Cells;

/// <summary>Picks the silo of a region by rendezvous hashing: when silos come or go, only the regions that they win or lose move, and only as they wake.</summary>
internal sealed class RegionPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(Pick((ulong)target.GrainIdentity.GetIntegerKey(), silos));
    }

    /// <summary>The silo of a cell's or a region's region.</summary>
    /// <param name="key">H3 cell of resolution 5 or 8.</param>
    /// <param name="silos">At least one.</param>
    public static SiloAddress Pick(ulong key, IReadOnlyList<SiloAddress> silos)
    {
        var region = CellMask.RegionOf(key);
        var best = silos[0];
        var bestWeight = 0UL;
        foreach (var silo in silos)
        {
            var weight = Mix(region ^ Mix((uint)silo.GetConsistentHashCode()));
            if (weight > bestWeight)
            {
                (best, bestWeight) = (silo, weight);
            }
        }

        return best;
    }

    // The finaliser of MurmurHash3, by Austin Appleby, in the public domain.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDUL;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
