using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>Which cells must have been read before a distance band is complete. Pure.</summary>
public sealed class SelectionPlan
{
    private readonly CellReach[] _cells;
    private int _read;

    /// <summary>Orders the cells by the first band they can hold somebody in.</summary>
    public SelectionPlan(IEnumerable<CellReach> cells) => _cells = [.. cells.OrderBy(cell => cell.FirstBand).ThenBy(cell => cell.Cell)];

    /// <summary>How many cells there are in all.</summary>
    public int Count => _cells.Length;

    /// <summary>Whether every cell was handed out.</summary>
    public bool Exhausted => _read == _cells.Length;

    /// <summary>The next band that a cell not yet handed out can have somebody in, or <see cref="int.MaxValue"/>.</summary>
    public int NextBand => Exhausted ? int.MaxValue : _cells[_read].FirstBand;

    /// <summary>The cells, not handed out yet, that can hold somebody in this band or a nearer one; by region.</summary>
    public IReadOnlyList<IGrouping<ulong, ulong>> TakeThrough(int band)
    {
        var start = _read;
        while (_read < _cells.Length && _cells[_read].FirstBand <= band)
        {
            _read++;
        }

        return [.. _cells[start.._read].GroupBy(cell => cell.Region, cell => cell.Cell)];
    }

    /// <summary>The first band that a cell can hold somebody in.</summary>
    /// <param name="from">The incident point.</param>
    /// <param name="center">The cell's centre.</param>
    /// <param name="reachMetres">Distance from the centre to the cell's farthest corner.</param>
    public static int FirstBandOf(GeoPoint from, GeoPoint center, double reachMetres) =>
        DistanceBand.Of(Math.Max(0, from.DistanceTo(center) - reachMetres));
}
