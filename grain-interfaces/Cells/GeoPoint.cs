namespace Burgernet.Cells;

/// <summary>A point on the earth, WGS84.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.geo-point")]
public readonly record struct GeoPoint([property: Id(0)] double Latitude, [property: Id(1)] double Longitude)
{
    /// <summary>Radius of the sphere that distances are measured on, in metres: the one of H3 (WGS84 authalic).</summary>
    public const double EarthRadiusMetres = 6_371_007.180918475;

    /// <summary>Great-circle distance in metres (haversine).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var lat1 = double.DegreesToRadians(Latitude);
        var lat2 = double.DegreesToRadians(other.Latitude);
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var a = (sinLat * sinLat) + (sinLon * sinLon * Math.Cos(lat1) * Math.Cos(lat2));
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Never the position itself: positions stay out of logs.</summary>
    public override string ToString() => "(position)";
}
