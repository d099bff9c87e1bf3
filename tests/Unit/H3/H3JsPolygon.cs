using Burgernet.H3;

namespace Burgernet.Tests.Unit.H3;

/// <summary>A random concave polygon with a hole, as GeoJSON coordinates.</summary>
internal sealed record H3JsPolygon(int Resolution, double[][][] Rings)
{
    public static H3JsPolygon Make(Random random, LatLng about)
    {
        // Near the poles the C library's fills are not defined.
        about = about with
        {
            Latitude = Math.Clamp(about.Latitude, -75, 75),
        };
        var resolution = random.Next(2, 11);
        var spacing = H3Grid.GetHexagonEdgeLengthAvgM(resolution) * Math.Sqrt(3) / 111_195;
        var size = Math.Min(spacing * (1 + (7 * random.NextDouble())), 12);
        var corners = random.Next(3, 30);
        var outer = Ring(random, about, size, 0.4, 1, corners);

        // A hole that lies within one cell is left out: there the C library drops a cell that overlaps the area all around the hole.
        // With fewer corners than twelve a side may pass nearer to the middle than the hole reaches.
        return size < 5 * spacing || corners < 12
            ? new H3JsPolygon(resolution, [outer])
            : new H3JsPolygon(resolution, [outer, Ring(random, about, size, 0.25, 0.35, corners)]);
    }

    public GeoPolygon ToGeoPolygon()
    {
        ReadOnlyMemory<LatLng>[] rings = [.. Rings.Select(r => (ReadOnlyMemory<LatLng>)r.Select(p => new LatLng(p[1], p[0])).ToArray())];
        return new GeoPolygon(rings[0], rings[1..]);
    }

    private static double[][] Ring(Random random, LatLng about, double size, double least, double most, int corners)
    {
        var stretch = 1 / Math.Cos(about.Latitude * Math.PI / 180);
        return
        [
            .. Enumerable
                .Range(0, corners)
                .Select(n =>
                {
                    var (sin, cos) = Math.SinCos(2 * Math.PI * (n + (0.7 * random.NextDouble())) / corners);
                    var radius = size * (least + ((most - least) * random.NextDouble()));
                    return new[] { Math.IEEERemainder(about.Longitude + (radius * cos * stretch), 360), about.Latitude + (radius * sin) };
                }),
        ];
    }
}
