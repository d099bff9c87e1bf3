using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burgernet.TestKit;

/// <summary>Turns TopoJSON (the format of the shared borders) into GeoJSON (the format that a node reads): github.com/topojson/topojson-specification §2.</summary>
public static class TopoJson
{
    /// <summary>One object of a topology as a FeatureCollection.</summary>
    /// <param name="topology">The text of a quantised topology.</param>
    /// <param name="name">Which of its objects: a GeometryCollection of polygons and multipolygons.</param>
    public static string ToGeoJson(string topology, string name)
    {
        var root = JsonNode.Parse(topology)!;
        var arcs = Arcs(root);
        var features = root["objects"]![name]!["geometries"]!
            .AsArray()
            .Select(geometry => new JsonObject
            {
                ["type"] = "Feature",
                ["properties"] = geometry!["properties"]?.DeepClone(),
                ["geometry"] = new JsonObject
                {
                    ["type"] = (string)geometry["type"]!,
                    ["coordinates"] =
                        (string)geometry["type"]! == "Polygon"
                            ? Polygon(geometry["arcs"]!.AsArray(), arcs)
                            : new JsonArray([.. geometry["arcs"]!.AsArray().Select(polygon => Polygon(polygon!.AsArray(), arcs))]),
                },
            });
        return new JsonObject { ["type"] = "FeatureCollection", ["features"] = new JsonArray([.. features]) }.ToJsonString(
            JsonSerializerOptions.Default
        );
    }

    private static List<(double X, double Y)[]> Arcs(JsonNode root)
    {
        var (scale, translate) = (Pair(root["transform"]!["scale"]!), Pair(root["transform"]!["translate"]!));
        return
        [
            .. root["arcs"]!
                .AsArray()
                .Select(arc =>
                {
                    var (x, y) = (0.0, 0.0);
                    return arc!
                        .AsArray()
                        .Select(delta =>
                        {
                            var (dx, dy) = Pair(delta!);
                            (x, y) = (x + dx, y + dy);
                            return ((x * scale.X) + translate.X, (y * scale.Y) + translate.Y);
                        })
                        .ToArray();
                }),
        ];
    }

    private static JsonArray Polygon(JsonArray rings, List<(double X, double Y)[]> arcs) =>
        new([.. rings.Select(ring => Ring(ring!.AsArray(), arcs))]);

    // A negative index is the arc of its complement, backwards; where arcs meet they share a point.
    private static JsonArray Ring(JsonArray indices, List<(double X, double Y)[]> arcs)
    {
        var points = new List<(double X, double Y)>();
        foreach (var index in indices.Select(index => (int)index!))
        {
            var arc = index >= 0 ? arcs[index] : [.. arcs[~index].Reverse()];
            points.AddRange(points.Count == 0 ? arc : arc[1..]);
        }

        return new JsonArray([.. points.Select(point => new JsonArray(point.X, point.Y))]);
    }

    private static (double X, double Y) Pair(JsonNode node) => ((double)node[0]!, (double)node[1]!);
}
