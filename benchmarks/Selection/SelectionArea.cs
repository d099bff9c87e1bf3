using System.Globalization;
using System.Text.Json;
using Burgernet.Cells;

namespace Burgernet.Benchmarks.Selection;

/// <summary>An area to select from.</summary>
/// <param name="Row">The row of the report that it counts for.</param>
/// <param name="Name">What it is.</param>
/// <param name="Area">The area.</param>
/// <param name="From">Where distances are measured from.</param>
/// <param name="Rounds">How often it is measured.</param>
internal sealed record SelectionArea(string Row, string Name, Area Area, GeoPoint From, int Rounds)
{
    private const double MetresPerDegree = 111_195;

    private static readonly (string Name, double Latitude, double Longitude)[] Cities =
    [
        ("Amsterdam", 52.37403, 4.88969),
        ("Rotterdam", 51.9225, 4.47917),
        ("The Hague", 52.07667, 4.29861),
        ("Utrecht", 52.09083, 5.12222),
        ("Eindhoven", 51.44083, 5.47778),
        ("Groningen", 53.21917, 6.56667),
        ("Enschede", 52.21833, 6.89583),
        ("Deventer", 52.255, 6.16389),
        ("Maastricht", 50.84833, 5.68889),
        ("Middelburg", 51.5, 3.61389),
    ];

    /// <summary>The centres of the circles.</summary>
    public static IReadOnlyList<GeoPoint> Centers { get; } = Array.ConvertAll(Cities, city => new GeoPoint(city.Latitude, city.Longitude));

    /// <summary>All of them: circles around ten cities, the province of Drenthe (the same as its safety region), the country.</summary>
    public static IEnumerable<SelectionArea> All()
    {
        foreach (var (kilometres, rounds) in new[] { (0.5, 30), (2.0, 30), (10.0, 8), (25.0, 4) })
        {
            foreach (var city in Cities)
            {
                var center = new GeoPoint(city.Latitude, city.Longitude);
                var row = string.Create(CultureInfo.InvariantCulture, $"circle of {kilometres} km");
                yield return new SelectionArea(row, $"{city.Name}, {row}", new CircleArea(center, kilometres * 1_000), center, rounds);
            }
        }

        using var borders = JsonDocument.Parse(File.ReadAllBytes(Checkout.Shared("data/municipalities-2023.topo.json")));
        yield return new SelectionArea("a province", "Drenthe", Borders(borders, "vr_features", "VR03"), new GeoPoint(52.9967, 6.5625), 10);
        yield return new SelectionArea(
            "the country",
            "the Netherlands",
            Borders(borders, "nl_features", null),
            new GeoPoint(52.155, 5.3875),
            5
        );
    }

    /// <summary>As GeoJSON, for PostGIS; circles have none.</summary>
    public string ToGeoJson() =>
        JsonSerializer.Serialize(
            new
            {
                type = "MultiPolygon",
                coordinates = ((PolygonArea)Area).Parts.Select(part =>
                    new[] { part.Outer }
                        .Concat(part.Holes)
                        .Select(ring => ring.Append(ring[0]).Select(point => new[] { point.Longitude, point.Latitude }))
                ),
            }
        );

    /// <summary>Whether a point lies within a metre of the edge.</summary>
    public bool IsAtTheEdge(GeoPoint point) =>
        Area is CircleArea circle
            ? Math.Abs(circle.Center.DistanceTo(point) - circle.RadiusMetres) < 1
            : ((PolygonArea)Area).Parts.SelectMany(part => part.Holes.Prepend(part.Outer)).Any(ring => IsAt(ring, point));

    private static bool IsAt(GeoPoint[] ring, GeoPoint point)
    {
        var scale = MetresPerDegree * Math.Cos(double.DegreesToRadians(point.Latitude));
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var (ax, ay) = ((a.Longitude - point.Longitude) * scale, (a.Latitude - point.Latitude) * MetresPerDegree);
            var (dx, dy) = ((b.Longitude - a.Longitude) * scale, (b.Latitude - a.Latitude) * MetresPerDegree);
            var along = Math.Clamp(-((ax * dx) + (ay * dy)) / Math.Max((dx * dx) + (dy * dy), double.Epsilon), 0, 1);
            if (Math.Sqrt(Math.Pow(ax + (along * dx), 2) + Math.Pow(ay + (along * dy), 2)) < 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A geometry of a TopoJSON file: arcs of differences in whole steps, shared by neighbours; a negative number is an arc the other way.</summary>
    private static PolygonArea Borders(JsonDocument topology, string collection, string? code)
    {
        var root = topology.RootElement;
        var transform = root.GetProperty("transform");
        var (scale, origin) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        GeoPoint[][] arcs =
        [
            .. root.GetProperty("arcs")
                .EnumerateArray()
                .Select(arc =>
                {
                    var (x, y) = (0.0, 0.0);
                    return arc.EnumerateArray()
                        .Select(Pair)
                        .Select(step =>
                        {
                            (x, y) = (x + step.X, y + step.Y);
                            return new GeoPoint((y * scale.Y) + origin.Y, (x * scale.X) + origin.X);
                        })
                        .ToArray();
                }),
        ];
        var geometry = root.GetProperty("objects")
            .GetProperty(collection)
            .GetProperty("geometries")
            .EnumerateArray()
            .First(feature => code is null || feature.GetProperty("properties").GetProperty("code").GetString() == code);
        var polygons = geometry.GetProperty("arcs");
        var parts = geometry.GetProperty("type").GetString() == "MultiPolygon" ? polygons.EnumerateArray().ToArray() : [polygons];
        return new PolygonArea([
            .. parts.Select(part =>
            {
                GeoPoint[][] rings = [.. part.EnumerateArray().Select(ring => Ring(ring, arcs))];
                return new AreaPolygon(rings[0], rings[1..]);
            }),
        ]);
    }

    private static GeoPoint[] Ring(JsonElement ring, GeoPoint[][] arcs)
    {
        var points = new List<GeoPoint>();
        foreach (var number in ring.EnumerateArray().Select(arc => arc.GetInt32()))
        {
            IEnumerable<GeoPoint> arc = number >= 0 ? arcs[number] : arcs[~number].Reverse();
            points.AddRange(arc.SkipLast(1));
        }

        return [.. points];
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}
