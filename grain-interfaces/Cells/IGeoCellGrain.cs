using Orleans.Concurrency;

namespace Burgernet.Cells;

/// <summary>The subscriptions in one cell, in memory. Key: the H3 cell of resolution 8, its 64 bits as a long.</summary>
[Alias("burgernet.IGeoCell")]
public interface IGeoCellGrain : IGrainWithIntegerKey
{
    /// <summary>Who in this cell lies in the area.</summary>
    [ReadOnly]
    [Alias("Select")]
    ValueTask<Candidate[]> Select(CellQuery query);

    /// <summary>Reads the cell from the register again, after a bulk change.</summary>
    [Alias("Reload")]
    Task Reload();
}
