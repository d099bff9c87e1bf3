using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>A point on the earth, WGS84.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record PointJson(double Latitude, double Longitude)
{
    internal static PointJson Of(GeoPoint point) => new(point.Latitude, point.Longitude);
}
