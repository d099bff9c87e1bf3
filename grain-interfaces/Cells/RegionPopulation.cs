namespace Burgernet.Cells;

/// <summary>How many subscriptions each cell of a region holds. Immutable.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.region-population")]
public sealed class RegionPopulation
{
    [Id(0)]
    private readonly int[] _counts;

    private RegionPopulation(int[] counts) => _counts = counts;

    /// <summary>Nobody.</summary>
    public static RegionPopulation None { get; } = new([]);

    /// <summary>Whether there is nobody.</summary>
    public bool IsEmpty => _counts.Length == 0;

    /// <summary>Subscriptions in the region.</summary>
    public int Total => _counts.Sum();

    /// <summary>From counts of cells; cells that are not named have none.</summary>
    /// <param name="cells">H3 cells of resolution 8, all of one region.</param>
    public static RegionPopulation Of(IEnumerable<PopulatedCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var counts = new int[CellMask.Slots];
        foreach (var cell in cells)
        {
            counts[CellMask.SlotOf(cell.Cell)] = cell.Count;
        }

        return counts.AsSpan().ContainsAnyExcept(0) ? new RegionPopulation(counts) : None;
    }

    /// <summary>Subscriptions at a slot of <see cref="CellMask"/>.</summary>
    /// <param name="slot">0 to 342.</param>
    public int At(int slot) => IsEmpty ? 0 : _counts[slot];

    /// <summary>With these cells counted again.</summary>
    /// <param name="cells">The cells, all of the region.</param>
    /// <param name="counted">Those of them that hold somebody.</param>
    public RegionPopulation With(IEnumerable<ulong> cells, IEnumerable<PopulatedCell> counted)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(counted);
        var counts = new int[CellMask.Slots];
        _counts.CopyTo(counts, 0);
        foreach (var cell in cells)
        {
            counts[CellMask.SlotOf(cell)] = 0;
        }

        foreach (var cell in counted)
        {
            counts[CellMask.SlotOf(cell.Cell)] = cell.Count;
        }

        return counts.AsSpan().ContainsAnyExcept(0) ? new RegionPopulation(counts) : None;
    }
}
