using Burgernet.H3;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Fills the slow way: every candidate cell against every side, in planes of longitude and latitude about a place.</summary>
internal static class BruteForce
{
    public static H3Index[] Fill(LatLng about, GeoPolygon polygon, IEnumerable<H3Index> candidates, ContainmentMode mode)
    {
        (double X, double Y)[][] rings = [Plane(about, polygon.Outer.Span), .. polygon.Holes.Select(h => Plane(about, h.Span))];
        return [.. candidates.Where(cell => Takes(about, rings, cell, mode)).Order()];
    }

    private static bool Takes(LatLng about, (double X, double Y)[][] rings, H3Index cell, ContainmentMode mode)
    {
        var centre = Plane(about, [H3Grid.CellToLatLng(cell)])[0];
        if (mode == ContainmentMode.Center)
        {
            return Inside(rings, centre);
        }

        var outline = Plane(about, H3Grid.CellToBoundary(cell));
        var meets = rings.Any(ring => Sides(ring).Any(a => Sides(outline).Any(b => Cross(a, b))) || Inside([outline], ring[0]));
        return mode == ContainmentMode.Full ? !meets && Inside(rings, centre) : meets || Inside(rings, centre);
    }

    private static bool Inside((double X, double Y)[][] rings, (double X, double Y) at) =>
        Odd(rings[0], at) && !rings.Skip(1).Any(hole => Odd(hole, at));

    private static bool Odd((double X, double Y)[] ring, (double X, double Y) at)
    {
        var odd = false;
        foreach (var (a, b) in Sides(ring))
        {
            if ((a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X + ((at.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
            {
                odd = !odd;
            }
        }

        return odd;
    }

    private static bool Cross(((double X, double Y) A, (double X, double Y) B) s, ((double X, double Y) A, (double X, double Y) B) t) =>
        (Turn(s.A, s.B, t.A) > 0) != (Turn(s.A, s.B, t.B) > 0) && (Turn(t.A, t.B, s.A) > 0) != (Turn(t.A, t.B, s.B) > 0);

    private static double Turn((double X, double Y) o, (double X, double Y) a, (double X, double Y) b) =>
        ((a.X - o.X) * (b.Y - o.Y)) - ((a.Y - o.Y) * (b.X - o.X));

    private static IEnumerable<((double X, double Y) A, (double X, double Y) B)> Sides((double X, double Y)[] ring) =>
        ring.Select((a, n) => (a, ring[(n + 1) % ring.Length]));

    private static (double X, double Y)[] Plane(LatLng about, ReadOnlySpan<LatLng> points)
    {
        var plane = new (double X, double Y)[points.Length];
        for (var n = 0; n < points.Length; n++)
        {
            plane[n] = (Math.IEEERemainder(points[n].Longitude - about.Longitude, 360), points[n].Latitude - about.Latitude);
        }

        return plane;
    }
}
