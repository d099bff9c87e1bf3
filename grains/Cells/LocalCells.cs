using System.Collections.Concurrent;

namespace Burgernet.Grains.Cells;

/// <summary>The cells that are awake on this silo, by region: a region, which stands beside its cells, reads them without a message to each. For any thread.</summary>
internal sealed class LocalCells
{
    private readonly ConcurrentDictionary<ulong, RegionCells> _regions = new();

    /// <summary>Those of a region.</summary>
    /// <param name="region">H3 cell, resolution 5.</param>
    public RegionCells Of(ulong region) => _regions.GetOrAdd(region, static _ => new RegionCells());
}
