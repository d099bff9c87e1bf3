using System.Runtime.InteropServices;
using Burgernet.H3.Grid;

namespace Burgernet.H3.Regions;

/// <summary>Traces the outlines of a set of cells from side to side.</summary>
internal static class CellOutline
{
    /// <summary>The polygons of a set's connected parts.</summary>
    /// <param name="cells">Valid cells of one resolution.</param>
    internal static GeoPolygon[] Trace(ReadOnlySpan<ulong> cells)
    {
        var part = Parts(cells, out var parts);
        var rings = new List<(LatLng[] Points, double Area)>[parts];
        for (var n = 0; n < parts; n++)
        {
            rings[n] = [];
        }

        var traced = new HashSet<(ulong Cell, int Side)>();
        var around = new ulong[6];
        foreach (var cell in cells)
        {
            var sides = Neighbours.Write(cell, around);
            for (var side = 0; side < sides; side++)
            {
                if (!part.ContainsKey(around[side]) && !traced.Contains((cell, side)))
                {
                    rings[part[cell]].Add(Ring(cell, side, part, traced));
                    _ = Neighbours.Write(cell, around);
                }
            }
        }

        return [.. rings.Where(r => r.Count > 0).Select(Assemble)];
    }

    private static GeoPolygon Assemble(List<(LatLng[] Points, double Area)> rings)
    {
        // Of the rings that keep a part to their left, the outer one has the most there.
        var outer = rings.MaxBy(r => r.Area);
        return new GeoPolygon(outer.Points, [.. rings.Where(r => r.Points != outer.Points).Select(r => (ReadOnlyMemory<LatLng>)r.Points)]);
    }

    /// <summary>Numbers the connected parts.</summary>
    private static Dictionary<ulong, int> Parts(ReadOnlySpan<ulong> cells, out int parts)
    {
        var part = new Dictionary<ulong, int>(cells.Length);
        foreach (var cell in cells)
        {
            if (!part.TryAdd(cell, -1))
            {
                throw new ArgumentException($"{new H3Index(cell)} occurs twice.", nameof(cells));
            }
        }

        parts = 0;
        var around = new ulong[6];
        var open = new Stack<ulong>();
        foreach (var cell in cells)
        {
            if (part[cell] >= 0)
            {
                continue;
            }

            part[cell] = parts;
            open.Push(cell);
            while (open.TryPop(out var at))
            {
                foreach (var next in around.AsSpan(0, Neighbours.Write(at, around)))
                {
                    ref var number = ref CollectionsMarshal.GetValueRefOrNullRef(part, next);
                    if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref number) && number < 0)
                    {
                        number = parts;
                        open.Push(next);
                    }
                }
            }

            parts++;
        }

        return part;
    }

    /// <summary>Follows an outline with the set to its left.</summary>
    private static (LatLng[] Points, double Area) Ring(
        ulong cell,
        int side,
        Dictionary<ulong, int> inside,
        HashSet<(ulong Cell, int Side)> traced
    )
    {
        var ring = new List<Vec3>();
        var points = new Vec3[Outline.MaxPoints];
        var starts = new int[7];
        var around = new ulong[6];
        while (traced.Add((cell, side)))
        {
            _ = Outline.WriteSides(cell, points, starts);
            for (var n = starts[side]; n < starts[side + 1]; n++)
            {
                ring.Add(points[n].Unit());
            }

            // At the side's end: on along this cell, or along the neighbour that shares the corner.
            var sides = Neighbours.Write(cell, around);
            side = (side + 1) % sides;
            if (inside.ContainsKey(around[side]))
            {
                var from = cell;
                cell = around[side];
                sides = Neighbours.Write(cell, around);
                side = (around.AsSpan(0, sides).IndexOf(from) + 1) % sides;
            }
        }

        var area = SphereArea.Of(ring[0], CollectionsMarshal.AsSpan(ring));
        return ([.. ring.Select(p => p.ToLatLng())], area);
    }
}
