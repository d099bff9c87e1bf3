using System.Globalization;
using Burgernet.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>
/// An area in an event: a circle, polygons in the nesting of a GeoJSON MultiPolygon's coordinates (longitude first, rings not closed), or cells as H3 writes them;
/// and what is left out of it. Cells and exclusions came later: older events have none.
/// </summary>
public sealed record AreaData(
    PointData? Center,
    double? RadiusMetres,
    double[][][][]? Polygons,
    string[]? Cells = null,
    AreaData[]? Exclude = null
)
{
    /// <summary>From an area.</summary>
    public static AreaData Of(Area area) =>
        area switch
        {
            CircleArea circle => new AreaData(PointData.Of(circle.Center), circle.RadiusMetres, null),
            PolygonArea polygons => new AreaData(null, null, [.. polygons.Parts.Select(Rings)]),
            CellsArea cells => new AreaData(
                null,
                null,
                null,
                [.. cells.Cells.Select(cell => cell.ToString("x", CultureInfo.InvariantCulture))]
            ),
            AreaWithout less => Of(less.Of).Without(Of(less.Without)),
            _ => throw new ArgumentException($"No stored form for {area.GetType().Name}", nameof(area)),
        };

    /// <summary>To an area.</summary>
    public Area ToArea() => (Exclude ?? []).Aggregate(Whole(), (area, exclusion) => new AreaWithout(area, exclusion.ToArea()));

    private AreaData Without(AreaData excluded) => this with { Exclude = [.. Exclude ?? [], excluded] };

    private Area Whole() =>
        Center is not null ? new CircleArea(Center.ToPoint(), RadiusMetres ?? 0)
        : Cells is not null
            ? new CellsArea([.. Cells.Select(cell => ulong.Parse(cell, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))])
        : new PolygonArea([.. (Polygons ?? []).Select(rings => new AreaPolygon(Points(rings[0]), [.. rings.Skip(1).Select(Points)]))]);

    private static double[][][] Rings(AreaPolygon polygon) => [Ring(polygon.Outer), .. polygon.Holes.Select(Ring)];

    private static double[][] Ring(GeoPoint[] ring) => [.. ring.Select(point => new[] { point.Longitude, point.Latitude })];

    private static GeoPoint[] Points(double[][] ring) => [.. ring.Select(pair => new GeoPoint(pair[1], pair[0]))];
}
