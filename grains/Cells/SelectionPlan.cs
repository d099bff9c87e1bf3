using Burgernet.Cells;
using Burgernet.H3;

namespace Burgernet.Grains.Cells;

/// <summary>Which cells must have been read before a distance band is complete. Pure.</summary>
internal sealed class SelectionPlan
{
    /// <summary>No corner of a cell of resolution 8 is farther from its centre, in metres: on the plane that H3 lays them out on it is 585 m, and the sphere only shrinks that.</summary>
    public const double FarthestCorner = 586;

    private readonly CellReach[] _cells;
    private int _next;

    /// <summary>Orders cells by the first band they can hold somebody in.</summary>
    /// <param name="cells">The cells; they are put in another order.</param>
    public SelectionPlan(CellReach[] cells)
    {
        // One number each to sort by, in the order they came in where bands are equal.
        var order = new ulong[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            order[i] = ((ulong)cells[i].FirstBand << 32) | (uint)i;
        }

        Array.Sort(order, cells);
        _cells = cells;
    }

    /// <summary>How many cells there are in all.</summary>
    public int Count => _cells.Length;

    /// <summary>Whether every cell was handed out.</summary>
    public bool Exhausted => _next == _cells.Length;

    /// <summary>The next band that a cell not yet handed out can have somebody in, or <see cref="int.MaxValue"/>.</summary>
    public int NextBand => Exhausted ? int.MaxValue : _cells[_next].FirstBand;

    /// <summary>Of an area, seen from the incident point.</summary>
    public static SelectionPlan Of(AreaCover cover, GeoPoint from)
    {
        var vantage = new Vantage(from);
        var cells = new CellReach[cover.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cover.Cells[i];
            cells[i] = new CellReach(cell, FirstBandOf(cell, vantage), cover.IsWhole(cell));
        }

        return new SelectionPlan(cells);
    }

    /// <summary>The first band that a cell can hold somebody in.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    /// <param name="from">The incident point.</param>
    public static int FirstBandOf(ulong cell, Vantage from)
    {
        var center = H3Grid.CellToLatLng(new H3Index(cell));
        return DistanceBand.Of(Math.Max(0, from.DistanceTo(new GeoPoint(center.Latitude, center.Longitude)) - FarthestCorner));
    }

    /// <summary>The next cells, by region: whole bands of them, until there are as many as wanted or none are left.</summary>
    /// <param name="wanted">About how many, 1 or more.</param>
    public IReadOnlyList<RegionCover> Take(int wanted)
    {
        var start = _next;
        while (!Exhausted && _next - start < wanted)
        {
            for (var band = NextBand; NextBand == band; )
            {
                _next++;
            }
        }

        return RegionCover.Of(_cells.AsSpan(start.._next));
    }
}
