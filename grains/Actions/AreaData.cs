using Burgernet.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>An area in an event: a circle, or polygons in the nesting of a GeoJSON MultiPolygon's coordinates (longitude first, rings not closed).</summary>
public sealed record AreaData(PointData? Center, double? RadiusMetres, double[][][][]? Polygons)
{
    /// <summary>From an area.</summary>
    public static AreaData Of(Area area) =>
        area switch
        {
            CircleArea circle => new AreaData(PointData.Of(circle.Center), circle.RadiusMetres, null),
            PolygonArea polygons => new AreaData(null, null, [.. polygons.Parts.Select(Rings)]),
            _ => throw new ArgumentException($"No stored form for {area.GetType().Name}", nameof(area)),
        };

    /// <summary>To an area.</summary>
    public Area ToArea() =>
        Center is not null
            ? new CircleArea(Center.ToPoint(), RadiusMetres ?? 0)
            : new PolygonArea([.. (Polygons ?? []).Select(rings => new AreaPolygon(Points(rings[0]), [.. rings.Skip(1).Select(Points)]))]);

    private static double[][][] Rings(AreaPolygon polygon) => [Ring(polygon.Outer), .. polygon.Holes.Select(Ring)];

    private static double[][] Ring(GeoPoint[] ring) => [.. ring.Select(point => new[] { point.Longitude, point.Latitude })];

    private static GeoPoint[] Points(double[][] ring) => [.. ring.Select(pair => new GeoPoint(pair[1], pair[0]))];
}
