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

    /// <summary>Great-circle distance in metres. For many distances from one point: <see cref="Vantage"/>.</summary>
    public double DistanceTo(GeoPoint other) => new Vantage(this).DistanceTo(other);

    /// <summary>Never the position itself: positions stay out of logs.</summary>
    public override string ToString() => "(position)";
}
