using Burgernet.H3;
using CsCheck;

namespace Burgernet.Tests.Unit.H3;

/// <summary>Where properties are tried: anywhere, along every edge of the icosahedron, about every pentagon, in the Netherlands.</summary>
internal static class Places
{
    /// <summary>The pentagons' centres, which are the icosahedron's vertices.</summary>
    public static IReadOnlyList<LatLng> Vertices { get; } = [.. Pentagons().Select(H3Grid.CellToLatLng)];

    /// <summary>The icosahedron's thirty edges, as pairs of vertices.</summary>
    public static IReadOnlyList<(LatLng From, LatLng To)> Edges { get; } =
    [
        .. from a in Enumerable.Range(0, 12)
        from b in Enumerable.Range(a + 1, 11 - a)
        where H3Grid.GreatCircleDistance(Vertices[a], Vertices[b]) < 8e6
        select (Vertices[a], Vertices[b]),
    ];

    /// <summary>A place anywhere, evenly over the sphere.</summary>
    public static Gen<LatLng> Anywhere { get; } =
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-180, 180], (z, longitude) => new LatLng(Math.Asin(z) * 180 / Math.PI, longitude));

    /// <summary>A place at most a few metres to some hundred kilometres off an edge.</summary>
    public static Gen<LatLng> ByAnEdge { get; } =
        Gen.Select(
            Gen.Int[0, 29],
            Gen.Double[0, 1],
            Gen.Double[-8, 0],
            Gen.Double[0, 360],
            (e, share, size, bearing) => Off(Between(Edges[e].From, Edges[e].To, share), Math.Pow(10, size), bearing)
        );

    /// <summary>A place near a pentagon.</summary>
    public static Gen<LatLng> ByAPentagon { get; } =
        Gen.Select(
            Gen.Int[0, 11],
            Gen.Double[-7, 0.7],
            Gen.Double[0, 360],
            (v, size, bearing) => Off(Vertices[v], Math.Pow(10, size), bearing)
        );

    /// <summary>All kinds of places in turn.</summary>
    public static Gen<LatLng> All { get; } =
        Gen.OneOf(
            Anywhere,
            ByAnEdge,
            ByAPentagon,
            Gen.Select(Gen.Double[50.7, 53.6], Gen.Double[3.3, 7.2], (lat, lng) => new LatLng(lat, lng))
        );

    /// <summary>A cell at any of these places.</summary>
    public static Gen<H3Index> Cells(int coarsest, int finest) => Gen.Select(All, Gen.Int[coarsest, finest], H3Grid.LatLngToCell);

    public static H3Index[] Pentagons(int resolution = 0)
    {
        var cells = new H3Index[12];
        _ = H3Grid.GetPentagons(resolution, cells);
        return cells;
    }

    /// <summary>The place some degrees from another, in a compass direction.</summary>
    public static LatLng Off(LatLng from, double degrees, double bearing)
    {
        var (sinLat, cosLat) = Math.SinCos(from.Latitude * Math.PI / 180);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (east, north) = Math.SinCos(bearing * Math.PI / 180);
        var latitude = Math.Asin(Math.Clamp((sinLat * cos) + (cosLat * sin * north), -1, 1));
        var longitude = Math.Atan2(east * sin * cosLat, cos - (sinLat * Math.Sin(latitude)));
        return new LatLng(latitude * 180 / Math.PI, Math.IEEERemainder(from.Longitude + (longitude * 180 / Math.PI), 360));
    }

    /// <summary>A place on the great circle between two.</summary>
    public static LatLng Between(LatLng from, LatLng to, double share)
    {
        var ((x0, y0, z0), (x1, y1, z1)) = (Vector(from), Vector(to));
        var (x, y, z) = (x0 + (share * (x1 - x0)), y0 + (share * (y1 - y0)), z0 + (share * (z1 - z0)));
        return new LatLng(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
    }

    private static (double X, double Y, double Z) Vector(LatLng at)
    {
        var (sinLat, cosLat) = Math.SinCos(at.Latitude * Math.PI / 180);
        var (sinLng, cosLng) = Math.SinCos(at.Longitude * Math.PI / 180);
        return (cosLat * cosLng, cosLat * sinLng, sinLat);
    }
}
