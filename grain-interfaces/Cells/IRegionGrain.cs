using Orleans.Concurrency;

namespace Burgernet.Cells;

/// <summary>Which cells of a region are populated. Key: the H3 cell of resolution 5, its 64 bits as a long.</summary>
[Alias("burgernet.IRegion")]
public interface IRegionGrain : IGrainWithIntegerKey
{
    /// <summary>The populated cells of the region with their counts.</summary>
    [ReadOnly]
    [Alias("Populated")]
    ValueTask<PopulatedCell[]> Populated();

    /// <summary>Asks the given cells, all of this region, and joins what they find.</summary>
    [ReadOnly]
    [Alias("Select")]
    Task<Candidate[]> Select(CellQuery query, ulong[] cells);

    /// <summary>Somebody came to or went from these cells, all of this region: it counts them again. May be repeated, late, and in any order.</summary>
    [Alias("Recount")]
    Task Recount(ulong[] cells);

    /// <summary>Reads the region from the register again, after a bulk change.</summary>
    [Alias("Reload")]
    Task Reload();
}
