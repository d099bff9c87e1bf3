using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Burgernet.Silo.Borders;

/// <summary>Reads a GeoJSON file of borders and says precisely what is wrong with one that it cannot use.</summary>
internal sealed class BorderFile
{
    // RFC 7946 §4 knows WGS84 only; what older writers say in "crs" must mean that too.
    private static readonly string[] Wgs84 = ["CRS84", "4326", "4258"];

    private readonly GeometryFactory _factory = new();
    private readonly BorderFileOptions _options;
    private readonly string _file;
    private string _where = "";

    private BorderFile(BorderFileOptions options) => (_options, _file) = (options, options.File!);

    /// <summary>Reads it.</summary>
    /// <param name="options">Which file, and what its properties are called.</param>
    /// <exception cref="BorderFileException">It cannot be used.</exception>
    public static List<BorderArea> Read(BorderFileOptions options) => new BorderFile(options).Read();

    private List<BorderArea> Read()
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(_file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Wrong("cannot be read", "is niet te lezen", exception);
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsSpan().StartsWith("\ufeff"u8) ? bytes.AsMemory(3) : bytes);
            return Features(document.RootElement);
        }
        catch (JsonException exception)
        {
            var (line, column) = ((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
            throw Wrong($"is not JSON: line {line}, byte {column}", $"is geen JSON: regel {line}, byte {column}", exception);
        }
    }

    private List<BorderArea> Features(JsonElement root)
    {
        var type = Text(root, "type");
        if (type == "Topology")
        {
            throw Wrong(
                "is TopoJSON, and this must be GeoJSON: convert it first, for instance with topo2geo of npm's topojson-client",
                "is TopoJSON, en dit moet GeoJSON zijn: zet het eerst om, bijvoorbeeld met topo2geo van npm's topojson-client"
            );
        }

        if (type != "FeatureCollection" || !Array(root, "features", out var features))
        {
            throw Wrong("is not a GeoJSON FeatureCollection", "is geen GeoJSON-FeatureCollection");
        }

        if (root.TryGetProperty("crs", out var crs) && crs.ValueKind != JsonValueKind.Null && !IsWgs84(crs))
        {
            throw NotDegrees();
        }

        var areas = new List<BorderArea>(features.GetArrayLength());
        foreach (var feature in features.EnumerateArray())
        {
            areas.Add(Area(feature, areas.Count + 1));
        }

        return areas.Count > 0 ? areas : throw Wrong("has no features", "heeft geen features");
    }

    private BorderArea Area(JsonElement feature, int number)
    {
        _where = $" (feature {number})";
        var properties = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var found) ? found : default;
        if (Text(properties, _options.CodeProperty) is not { Length: > 0 and <= 16 } code)
        {
            throw Wrong(
                $"has no property '{_options.CodeProperty}' of 1 to 16 characters; set CodeProperty to the one that holds the code",
                $"heeft geen eigenschap '{_options.CodeProperty}' van 1 tot 16 tekens; zet CodeProperty op die met de code"
            );
        }

        _where = $" (feature {number}, {code})";
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("has no geometry", "heeft geen geometrie");
        }

        // Coarse borders cross themselves here and there; what lies in such a loop is decided even-odd, and is right elsewhere.
        return new BorderArea(code, Text(properties, _options.NameProperty) ?? code, Shape(geometry));
    }

    private Geometry Shape(JsonElement geometry)
    {
        var type = Text(geometry, "type");
        if (type is not ("Polygon" or "MultiPolygon") || !Array(geometry, "coordinates", out var coordinates))
        {
            throw Wrong("is neither a Polygon nor a MultiPolygon", "is geen Polygon en geen MultiPolygon");
        }

        return type == "Polygon" ? Polygon(coordinates) : _factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]);
    }

    private Polygon Polygon(JsonElement rings)
    {
        if (rings.ValueKind != JsonValueKind.Array || rings.GetArrayLength() == 0)
        {
            throw Wrong("has a polygon without rings", "heeft een vlak zonder ringen");
        }

        var read = rings.EnumerateArray().Select(Ring).ToList();
        return _factory.CreatePolygon(read[0], [.. read.Skip(1)]);
    }

    private LinearRing Ring(JsonElement positions)
    {
        var points = positions.ValueKind == JsonValueKind.Array ? positions.EnumerateArray().Select(Position).ToArray() : [];

        // RFC 7946 §3.1.6: four or more positions, the first and last the same.
        return points.Length >= 4 && points[0].Equals2D(points[^1])
            ? _factory.CreateLinearRing(points)
            : throw Wrong(
                "has a ring that is not closed, or of fewer than 4 positions",
                "heeft een ring die niet sluit, of van minder dan 4 punten"
            );
    }

    private Coordinate Position(JsonElement position)
    {
        if (
            position.ValueKind != JsonValueKind.Array
            || position.GetArrayLength() < 2
            || position[0].ValueKind != JsonValueKind.Number
            || position[1].ValueKind != JsonValueKind.Number
        )
        {
            throw Wrong("has a position that is not two numbers", "heeft een punt dat geen twee getallen is");
        }

        var point = new Coordinate(position[0].GetDouble(), position[1].GetDouble());
        return Math.Abs(point.X) <= 180 && Math.Abs(point.Y) <= 90 ? point : throw NotDegrees();
    }

    private static bool IsWgs84(JsonElement crs) =>
        crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties)
        && Text(properties, "name") is { } name
        && System.Array.Exists(Wgs84, known => name.EndsWith(known, StringComparison.Ordinal));

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool Array(JsonElement element, string name, out JsonElement array) =>
        element.TryGetProperty(name, out array) && array.ValueKind == JsonValueKind.Array;

    private BorderFileException NotDegrees() =>
        Wrong(
            "is not in degrees of WGS84 (longitude, latitude); Dutch sources also give the national grid: ask for EPSG:4326",
            "is niet in graden van WGS84 (lengte, breedte); Nederlandse bronnen geven ook het rijksdriehoekstelsel: vraag om EPSG:4326"
        );

    private BorderFileException Wrong(string english, string dutch) => Wrong(english, dutch, exception: null);

    private BorderFileException Wrong(string english, string dutch, Exception? exception) =>
        new($"The border file {_file}{_where} {english}.", $"Het grenzenbestand {_file}{_where} {dutch}.", exception);
}
