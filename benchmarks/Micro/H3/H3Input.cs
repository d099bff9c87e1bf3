using System.IO.Compression;
using System.Text.Json;
using Burgernet.H3;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>What both libraries are given: places and cells in the Netherlands, and two outlines.</summary>
internal sealed class H3Input
{
    public const int Count = 1024;
    public const int Resolution = 8;

    private H3Input()
    {
        // Seeded, so that every run measures the same places.
        var random = new Random(20260101);
        Points =
        [
            .. Enumerable.Range(0, Count).Select(_ => new LatLng(50.8 + (2.6 * random.NextDouble()), 3.5 + (3.6 * random.NextDouble()))),
        ];
        Cells = [.. Points.Select(p => H3Grid.LatLngToCell(p, Resolution))];
        using var file = new GZipStream(File.OpenRead(Checkout.Shared("vectors/h3/polygons.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            var row = JsonElement.Parse(line);
            var name = row.GetProperty("name").GetString();
            if (name is "province_sized" or "netherlands_naturalearth10m")
            {
                var geometry = row.GetProperty("geojson");
                var coordinates = geometry.GetProperty("coordinates");
                double[][][][] parts =
                    geometry.GetProperty("type").GetString() == "Polygon"
                        ? [coordinates.Deserialize<double[][][]>()!]
                        : coordinates.Deserialize<double[][][][]>()!;
                Outlines[name] = parts;
            }
        }
    }

    public static H3Input Instance { get; } = new();

    public LatLng[] Points { get; }

    public H3Index[] Cells { get; }

    /// <summary>GeoJSON coordinates of multipolygons: parts, rings, points, longitude before latitude.</summary>
    public Dictionary<string, double[][][][]> Outlines { get; } = new(StringComparer.Ordinal);

    public GeoPolygon[] Polygons(string name) =>
        [.. Outlines[name].Select(rings => new GeoPolygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)]))];

    private static ReadOnlyMemory<LatLng> Ring(double[][] points) => points.Select(p => new LatLng(p[1], p[0])).ToArray();
}
