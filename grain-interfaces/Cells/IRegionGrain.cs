using Orleans.Concurrency;

namespace Burgernet.Cells;

/// <summary>Which cells of a region are populated. Key: the H3 cell of resolution 5, its 64 bits as a long.</summary>
[Alias("burgernet.IRegion")]
public interface IRegionGrain : IGrainWithIntegerKey
{
    /// <summary>How many subscriptions its cells hold.</summary>
    [ReadOnly]
    [Alias("Population")]
    ValueTask<RegionPopulation> Population();

    /// <summary>Asks cells of the region, those of them that are populated, and gathers what they find. Cells that found nobody send nothing.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="whole">Cells that lie wholly in the area: nobody's point is looked at.</param>
    /// <param name="border">Cells that lie partly in the area.</param>
    [ReadOnly]
    [Alias("Select")]
    Task<CandidateBatch[]> Select(CellQuery query, CellMask whole, CellMask border);

    /// <summary>Somebody came to or went from these cells, all of this region: it counts them again. May be repeated, late, and in any order.</summary>
    [Alias("Recount")]
    Task Recount(ulong[] cells);

    /// <summary>Reads the region from the register again, after a bulk change.</summary>
    [Alias("Reload")]
    Task Reload();
}
