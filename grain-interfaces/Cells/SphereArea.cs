using Burgernet.H3;

namespace Burgernet.Cells;

/// <summary>How large an area is on the sphere of <see cref="GeoPoint.EarthRadiusMetres"/>, in square kilometres.</summary>
public static class SphereArea
{
    private const double RadiusKilometres = GeoPoint.EarthRadiusMetres / 1000;

    /// <summary>Any area; of one less another it is at most so much, for what is left out may lie beside it.</summary>
    public static double Of(Area area) =>
        area switch
        {
            CircleArea circle => OfCircle(circle.RadiusMetres),
            PolygonArea polygons => OfPolygons(polygons.Parts),
            CellsArea cells => cells.Cells.Distinct().Sum(cell => H3Grid.CellAreaKm2(new H3Index(cell))),
            AreaWithout less => Of(less.Of),
            _ => throw new ArgumentException($"No size is known of {area.GetType().Name}", nameof(area)),
        };

    /// <summary>The cap within a great-circle distance of a point.</summary>
    public static double OfCircle(double radiusMetres)
    {
        var half = Math.Sin(Math.Min(radiusMetres / GeoPoint.EarthRadiusMetres, Math.PI) / 2);
        return 4 * Math.PI * RadiusKilometres * RadiusKilometres * half * half;
    }

    /// <summary>Polygons less their holes.</summary>
    public static double OfPolygons(IReadOnlyList<AreaPolygon> parts) => parts.Sum(part => OfRing(part.Outer) - part.Holes.Sum(OfRing));

    /// <summary>
    /// What lies within a ring: the trapezia between each edge and the equator in the cylindrical equal-area projection,
    /// (λ₂ - λ₁)·(sin φ₁ + sin φ₂)/2. Edges are taken as straight there, which for areas of this size is as good as straight in degrees.
    /// </summary>
    private static double OfRing(GeoPoint[] ring)
    {
        var sum = 0.0;
        var previous = ring[^1];
        foreach (var point in ring)
        {
            sum +=
                double.DegreesToRadians(point.Longitude - previous.Longitude)
                * (Math.Sin(double.DegreesToRadians(point.Latitude)) + Math.Sin(double.DegreesToRadians(previous.Latitude)))
                / 2;
            previous = point;
        }

        return Math.Abs(sum) * RadiusKilometres * RadiusKilometres;
    }
}
