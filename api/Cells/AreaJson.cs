using System.Globalization;
using System.Text;
using Burgernet.Api.Coverage;
using Burgernet.Api.Json;
using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>An area: a circle (center, radiusMetres), GeoJSON (type, coordinates) or cells, less what is excluded.</summary>
public sealed record AreaJson
{
    /// <summary>The centre of a circle.</summary>
    public PointJson? Center { get; init; }

    /// <summary>The radius of a circle, in metres.</summary>
    public double? RadiusMetres { get; init; }

    /// <summary>Polygon or MultiPolygon (RFC 7946).</summary>
    public string? Type { get; init; }

    /// <summary>The coordinates of a Polygon or MultiPolygon: longitude first (RFC 7946 §3.1.1).</summary>
    public RawJson? Coordinates { get; init; }

    /// <summary>H3 cells of resolution 8.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>What is left out, each an area by itself.</summary>
    public IReadOnlyList<AreaJson>? Exclude { get; init; }

    internal static AreaJson Of(Area area) =>
        area switch
        {
            CircleArea circle => new AreaJson { Center = PointJson.Of(circle.Center), RadiusMetres = circle.RadiusMetres },
            PolygonArea { Parts.Count: 1 } polygon => new AreaJson
            {
                Type = "Polygon",
                Coordinates = new RawJson(Write(text => Append(text, polygon.Parts[0]))),
            },
            PolygonArea polygons => new AreaJson
            {
                Type = "MultiPolygon",
                Coordinates = new RawJson(Write(text => AppendList(text, polygons.Parts, Append))),
            },
            CellsArea cells => new AreaJson { Cells = [.. cells.Cells.Select(CellsGeoJson.Name)] },
            AreaWithout less => Without(Of(less.Of), Of(less.Without)),
            _ => throw new ArgumentException($"No JSON for an area of type {area.GetType().Name}", nameof(area)),
        };

    private static AreaJson Without(AreaJson area, AreaJson excluded) => area with { Exclude = [.. area.Exclude ?? [], excluded] };

    private static string Write(Action<StringBuilder> append)
    {
        var text = new StringBuilder();
        append(text);
        return text.ToString();
    }

    private static void Append(StringBuilder text, AreaPolygon polygon) => AppendList(text, [polygon.Outer, .. polygon.Holes], AppendRing);

    private static void AppendRing(StringBuilder text, GeoPoint[] ring) => AppendList(text, [.. ring, ring[0]], AppendPosition);

    private static void AppendPosition(StringBuilder text, GeoPoint point) =>
        text.Append(CultureInfo.InvariantCulture, $"[{point.Longitude:R},{point.Latitude:R}]");

    private static void AppendList<T>(StringBuilder text, IReadOnlyList<T> items, Action<StringBuilder, T> append)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            append(text, items[i]);
        }

        text.Append(']');
    }
}
