using Burgernet.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>A point in an event.</summary>
public sealed record PointData(double Latitude, double Longitude)
{
    /// <summary>From a point.</summary>
    public static PointData Of(GeoPoint point) => new(point.Latitude, point.Longitude);

    /// <summary>To a point.</summary>
    public GeoPoint ToPoint() => new(Latitude, Longitude);
}
