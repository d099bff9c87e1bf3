using System.Buffers;
using System.Runtime.InteropServices;

namespace Burgernet.H3.Regions;

/// <summary>Fills a polygon by descending the grid from resolution 0.</summary>
/// <remarks>
/// A node carries the sides that can touch it or anything below it, and on which side of each ring its centre lies. From there a child's
/// centre is told by the sides that the line between the two centres crosses. With no side left, the node's state is that of all below it.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct PolygonFill
{
    private readonly int _resolution;
    private readonly ContainmentMode _mode;
    private readonly Radii _radii;
    private readonly Side[] _sides;
    private readonly int _count;
    private readonly Extent _extent;
    private readonly ulong _cornerCell;
    private int[] _lists;

    private PolygonFill(GeoPolygon polygon, int resolution, ContainmentMode mode)
    {
        _resolution = resolution;
        _mode = mode;
        _radii = Radii.For(resolution, mode);
        var points = polygon.Outer.Length;
        for (var n = 0; n < polygon.Holes.Count; n++)
        {
            points += polygon.Holes[n].Length;
        }

        // A cell's sides bend in latitude and longitude, its outline does not: the first corner may lie in a cell whose outline it just misses.
        _cornerCell = mode == ContainmentMode.Overlapping ? H3Grid.LatLngToCell(polygon.Outer.Span[0], resolution).Value : 0;
        _sides = ArrayPool<Side>.Shared.Rent(points);
        _lists = ArrayPool<int>.Shared.Rent((2 * points) + 64);
        _count = AddRing(polygon.Outer.Span, 1, 0);
        _extent = new Extent(_sides.AsSpan(0, _count));
        for (var n = 0; n < polygon.Holes.Count; n++)
        {
            _count = AddRing(polygon.Holes[n].Span, 2UL << (n % 63), _count);
        }
    }

    /// <summary>Adds a polygon's cells, ascending.</summary>
    internal static void Fill(GeoPolygon polygon, int resolution, ContainmentMode mode, ref CellSink sink)
    {
        if (polygon.Outer.IsEmpty)
        {
            return;
        }

        var fill = new PolygonFill(polygon, resolution, mode);
        fill.Run(ref sink);
        ArrayPool<Side>.Shared.Return(fill._sides);
        ArrayPool<int>.Shared.Return(fill._lists);
    }

    private readonly int AddRing(ReadOnlySpan<LatLng> ring, ulong bit, int count)
    {
        for (var n = 0; n < ring.Length; n++)
        {
            _sides[count++] = new Side(ring[n], ring[n + 1 == ring.Length ? 0 : n + 1], bit);
        }

        return count;
    }

    private void Run(ref CellSink sink)
    {
        for (var baseCell = 0; baseCell < 122; baseCell++)
        {
            var cell = Digits.Compose(0, baseCell, 0);
            var reach = new Reach(Projection.Centre(cell), _radii[0]);
            if (!_extent.Meets(reach))
            {
                continue;
            }

            var rings = RingsAround(reach);
            var end = 0;
            for (var n = 0; n < _count; n++)
            {
                if (_sides[n].Touches(reach))
                {
                    _lists[end++] = n;
                }
            }

            if (_resolution == 0)
            {
                Decide(cell, reach, rings, 0, end, ref sink);
            }
            else
            {
                Descend(cell, 0, reach, rings, 0, end, ref sink);
            }
        }
    }

    private void Descend(ulong cell, int resolution, in Reach reach, ulong rings, int start, int end, ref CellSink sink)
    {
        if (start == end)
        {
            if (rings == 1)
            {
                sink.AddChildren(cell, _resolution);
            }

            return;
        }

        resolution++;
        var first = H3Grid.FirstChild(cell, resolution);
        var pentagon = Digits.IsPentagon(cell);
        for (var digit = 0; digit < 7; digit++)
        {
            if (pentagon && digit == 1)
            {
                continue;
            }

            var child = first | ((ulong)digit << (45 - (3 * resolution)));
            var below = new Reach(Projection.Centre(child), _radii[resolution]);
            var inside = reach.IsAround || below.IsAround ? RingsAround(below) : rings ^ Crossed(reach, below, start, end);
            if (resolution == _resolution)
            {
                Decide(child, below, inside, start, end, ref sink);
            }
            else
            {
                Descend(child, resolution, below, inside, end, Select(below, start, end), ref sink);
            }
        }
    }

    /// <summary>Lists, after a list, those of its sides that touch a box.</summary>
    private int Select(in Reach box, int start, int end)
    {
        if (_lists.Length < (2 * end) - start)
        {
            var longer = ArrayPool<int>.Shared.Rent(2 * _lists.Length);
            _lists.AsSpan(0, end).CopyTo(longer);
            ArrayPool<int>.Shared.Return(_lists);
            _lists = longer;
        }

        var count = end;
        for (var n = start; n < end; n++)
        {
            var side = _lists[n];
            if (_sides[side].Touches(box))
            {
                _lists[count++] = side;
            }
        }

        return count;
    }

    /// <summary>The rings that the line between two centres enters or leaves.</summary>
    private readonly ulong Crossed(in Reach from, in Reach to, int start, int end)
    {
        var (dx, dy) = (Side.Near(to.X - from.X), to.Y - from.Y);
        var rings = 0UL;
        for (var n = start; n < end; n++)
        {
            ref readonly var side = ref _sides[_lists[n]];
            if (side.Crosses(from.X, from.Y, dx, dy))
            {
                rings ^= side.Ring;
            }
        }

        return rings;
    }

    /// <summary>The rings that a centre lies in.</summary>
    private readonly ulong RingsAround(in Reach at)
    {
        var rings = 0UL;
        foreach (ref readonly var side in _sides.AsSpan(0, _count))
        {
            if (side.CrossesMeridian(at.X, at.Y, _extent.HoldsSouthPole))
            {
                rings ^= side.Ring;
            }
        }

        return rings;
    }

    /// <summary>Decides on a cell of the resolution asked for.</summary>
    private readonly void Decide(ulong cell, in Reach reach, ulong rings, int start, int end, ref CellSink sink)
    {
        var taken = rings == 1;
        if (_mode == ContainmentMode.Full)
        {
            taken = taken && !MeetsSide(cell, reach, start, end);
        }
        else if (_mode == ContainmentMode.Overlapping)
        {
            taken = taken || cell == _cornerCell || MeetsSide(cell, reach, start, end);
        }

        if (taken)
        {
            sink.Add(cell);
        }
    }

    /// <summary>Whether a listed side has a point in a cell.</summary>
    private readonly bool MeetsSide(ulong cell, in Reach reach, int start, int end)
    {
        Span<Side> outline = stackalloc Side[Outline.MaxPoints];
        var corners = 0;
        for (var n = start; n < end; n++)
        {
            ref readonly var side = ref _sides[_lists[n]];
            if (!side.Touches(reach))
            {
                continue;
            }

            if (corners == 0)
            {
                corners = TraceOutline(cell, outline);
            }

            // Where no two sides cross, a side with one point in the cell lies in it whole.
            var holds = false;
            foreach (ref readonly var edge in outline[..corners])
            {
                if (side.Crosses(edge.AX, edge.AY, 2 * edge.HalfX, 2 * edge.HalfY))
                {
                    return true;
                }

                holds ^= edge.CrossesMeridian(side.AX, side.AY, reach.Y < 0);
            }

            if (holds)
            {
                return true;
            }
        }

        return false;
    }

    private static int TraceOutline(ulong cell, Span<Side> sides)
    {
        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        var count = Outline.Write(cell, points);
        var first = points[0].ToLatLng();
        var from = first;
        for (var n = 0; n < count; n++)
        {
            var to = n + 1 == count ? first : points[n + 1].ToLatLng();
            sides[n] = new Side(from, to, 1);
            from = to;
        }

        return count;
    }
}
