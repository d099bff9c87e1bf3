using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>How large an area is on the sphere of <see cref="GeoPoint.EarthRadiusMetres"/>, in square kilometres.</summary>
internal static class SphereArea
{
    private const double RadiusKilometres = GeoPoint.EarthRadiusMetres / 1000;

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
