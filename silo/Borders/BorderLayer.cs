using Burgernet.Cells;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Location = NetTopologySuite.Geometries.Location;

namespace Burgernet.Silo.Borders;

/// <summary>Tells in which area of one kind a point lies. For any thread; some nanoseconds for most points, some microseconds beside a border.</summary>
/// <remarks>
/// A grid of at most a million tiles lies over the areas. A tile that no border crosses lies wholly in one area or in none, and says so; in the
/// others the point itself is held against the areas around it. Where areas overlap, the first by code has it. A point on a border belongs to one of both.
/// </remarks>
internal sealed class BorderLayer
{
    private const int MostTiles = 1_000_000;
    private const int Crossed = -2;
    private const int Nowhere = -1;

    private readonly BorderArea[] _areas;
    private readonly IndexedPointInAreaLocator[] _locators;
    private readonly STRtree<int> _tree = new();
    private readonly Envelope _bounds = new();
    private readonly double _size;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _tiles;

    /// <summary>Prepares areas.</summary>
    /// <param name="areas">At least one.</param>
    public BorderLayer(IEnumerable<BorderArea> areas)
    {
        _areas = [.. areas.OrderBy(area => area.Code, StringComparer.Ordinal)];
        _locators = [.. _areas.Select(area => new IndexedPointInAreaLocator(area.Shape))];
        for (var i = 0; i < _areas.Length; i++)
        {
            _bounds.ExpandToInclude(_areas[i].Shape.EnvelopeInternal);
            _tree.Insert(_areas[i].Shape.EnvelopeInternal, i);
        }

        _size = Math.Max(Math.Sqrt(_bounds.Width * _bounds.Height / MostTiles), double.Epsilon);
        _columns = (int)(_bounds.Width / _size) + 1;
        _rows = (int)(_bounds.Height / _size) + 1;
        _tiles = new int[_columns * _rows];
        foreach (var area in _areas)
        {
            MarkBorders(area.Shape);
        }

        FillTheRest();
    }

    /// <summary>The areas, by code.</summary>
    public IReadOnlyList<BorderArea> Areas => _areas;

    /// <summary>The area that holds a point, or null.</summary>
    public BorderArea? Find(GeoPoint point)
    {
        if (!_bounds.Contains(point.Longitude, point.Latitude))
        {
            return null;
        }

        var area = _tiles[(Row(point.Latitude) * _columns) + Column(point.Longitude)];
        if (area == Crossed)
        {
            area = Locate(new Coordinate(point.Longitude, point.Latitude));
        }

        return area < 0 ? null : _areas[area];
    }

    private int Column(double longitude) => (int)((longitude - _bounds.MinX) / _size);

    private int Row(double latitude) => (int)((latitude - _bounds.MinY) / _size);

    private int Locate(Coordinate point)
    {
        var first = Nowhere;
        foreach (var area in _tree.Query(new Envelope(point)))
        {
            if ((first == Nowhere || area < first) && _locators[area].Locate(point) != Location.Exterior)
            {
                first = area;
            }
        }

        return first;
    }

    private void MarkBorders(Geometry shape)
    {
        for (var part = 0; part < shape.NumGeometries; part++)
        {
            var polygon = (Polygon)shape.GetGeometryN(part);
            MarkBorder(polygon.ExteriorRing.Coordinates);
            foreach (var hole in polygon.InteriorRings)
            {
                MarkBorder(hole.Coordinates);
            }
        }
    }

    // Every tile that an edge touches, row by row; a tile to either side as well, so that rounding cannot leave one out.
    private void MarkBorder(Coordinate[] ring)
    {
        for (var i = 1; i < ring.Length; i++)
        {
            var (low, high) = ring[i - 1].Y <= ring[i].Y ? (ring[i - 1], ring[i]) : (ring[i], ring[i - 1]);
            var (firstRow, lastRow) = (Row(low.Y), Row(high.Y));
            for (var row = firstRow; row <= lastRow; row++)
            {
                var from = At(low, high, row == firstRow ? low.Y : _bounds.MinY + (row * _size));
                var to = At(low, high, row == lastRow ? high.Y : _bounds.MinY + ((row + 1) * _size));
                Mark(row, Column(Math.Min(from, to)) - 1, Column(Math.Max(from, to)) + 1);
            }
        }
    }

    private static double At(Coordinate low, Coordinate high, double latitude) =>
        latitude <= low.Y ? low.X
        : latitude >= high.Y ? high.X
        : low.X + ((high.X - low.X) * (latitude - low.Y) / (high.Y - low.Y));

    private void Mark(int row, int from, int to)
    {
        for (var r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row + 1); r++)
        {
            for (var column = Math.Max(0, from); column <= Math.Min(_columns - 1, to); column++)
            {
                _tiles[(r * _columns) + column] = Crossed;
            }
        }
    }

    // From one tile to the next without a border between them nothing changes.
    private void FillTheRest()
    {
        for (var row = 0; row < _rows; row++)
        {
            var known = Crossed;
            for (var column = 0; column < _columns; column++)
            {
                ref var tile = ref _tiles[(row * _columns) + column];
                if (tile == Crossed)
                {
                    known = Crossed;
                    continue;
                }

                if (known == Crossed)
                {
                    known = Locate(new Coordinate(_bounds.MinX + ((column + 0.5) * _size), _bounds.MinY + ((row + 0.5) * _size)));
                }

                tile = known;
            }
        }
    }
}
