using System.Runtime.InteropServices;

namespace Burgernet.H3.Regions;

/// <summary>Fills a circle on the sphere by descending the grid from resolution 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CircleFill
{
    private readonly int _resolution;
    private readonly ContainmentMode _mode;
    private readonly Vec3 _centre;
    private readonly double _radius;
    private readonly ulong _home;
    private readonly Radii _radii;

    private CircleFill(LatLng centre, double radius, int resolution, ContainmentMode mode)
    {
        _centre = Vec3.Of(centre);
        _radius = radius;
        _resolution = resolution;
        _mode = mode;
        _home = Projection.Encode(_centre, resolution);
        _radii = Radii.For(resolution, mode);
    }

    /// <summary>Adds a circle's cells, ascending.</summary>
    /// <param name="centre">The circle's centre.</param>
    /// <param name="radius">Radians, at most π.</param>
    /// <param name="resolution">The cells' resolution.</param>
    /// <param name="mode">Which cells to take.</param>
    /// <param name="sink">Takes them.</param>
    internal static void Fill(LatLng centre, double radius, int resolution, ContainmentMode mode, ref CellSink sink)
    {
        var fill = new CircleFill(centre, radius, resolution, mode);
        for (var baseCell = 0; baseCell < 122; baseCell++)
        {
            fill.Descend(Digits.Compose(0, baseCell, 0), 0, ref sink);
        }
    }

    private void Descend(ulong cell, int resolution, ref CellSink sink)
    {
        var distance = Projection.Centre(cell).Unit().AngleTo(_centre);
        if (distance > _radius + _radii[resolution])
        {
            return;
        }

        if (distance + _radii[resolution] < _radius)
        {
            sink.AddChildren(cell, _resolution);
        }
        else if (resolution == _resolution)
        {
            if (Takes(cell, distance))
            {
                sink.Add(cell);
            }
        }
        else
        {
            resolution++;
            var first = H3Grid.FirstChild(cell, resolution);
            var pentagon = Digits.IsPentagon(cell);
            for (var digit = 0UL; digit < 7; digit++)
            {
                if (!pentagon || digit != 1)
                {
                    Descend(first | (digit << (45 - (3 * resolution))), resolution, ref sink);
                }
            }
        }
    }

    private bool Takes(ulong cell, double distance) =>
        _mode switch
        {
            ContainmentMode.Center => distance <= _radius,
            ContainmentMode.Overlapping => distance <= _radius || cell == _home || Nearest(cell) <= _radius,
            _ => distance <= _radius && Farthest(cell) <= _radius,
        };

    /// <summary>Radians from the circle's centre to the nearest point of a cell's outline.</summary>
    private double Nearest(ulong cell)
    {
        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        var count = Outline.Write(cell, points);
        var nearest = double.MaxValue;
        var from = points[count - 1].Unit();
        for (var n = 0; n < count; n++)
        {
            var to = points[n].Unit();
            nearest = Math.Min(nearest, ToArc(_centre, from, to));
            from = to;
        }

        return nearest;
    }

    /// <summary>Radians to the farthest point of a cell's outline: π less what lies between it and the opposite place.</summary>
    private double Farthest(ulong cell)
    {
        Span<Vec3> points = stackalloc Vec3[Outline.MaxPoints];
        var count = Outline.Write(cell, points);
        var farthest = 0.0;
        var opposite = new Vec3(-_centre.X, -_centre.Y, -_centre.Z);
        var from = points[count - 1].Unit();
        for (var n = 0; n < count; n++)
        {
            var to = points[n].Unit();

            // Up to a quarter of the Earth a circle bulges outward, so corners tell; beyond, sides may pass nearer to the opposite place.
            farthest = Math.Max(farthest, _radius < Math.PI / 2 ? to.AngleTo(_centre) : Math.PI - ToArc(opposite, from, to));
            from = to;
        }

        return farthest;
    }

    /// <summary>Radians from a point to an arc of a great circle.</summary>
    private static double ToArc(Vec3 point, Vec3 from, Vec3 to)
    {
        var along = to.Minus(from);
        var normal = from.Cross(along).Unit();
        var before = normal.Cross(from).Dot(point) < 0;
        var after = normal.Cross(to).Dot(point) > 0;
        return before || after
            ? Math.Min(point.AngleTo(from), point.AngleTo(to))
            : Math.Abs(Math.Asin(Math.Clamp(normal.Dot(point), -1, 1)));
    }
}
