namespace Burgernet.Cells;

/// <summary>Holds many points against one circle.</summary>
public readonly struct CircleTest
{
    private readonly Vantage _center;
    private readonly double _latitude;
    private readonly double _radiusMetres;
    private readonly double _radiusDegrees;

    /// <summary>Against this one.</summary>
    public CircleTest(CircleArea circle)
    {
        ArgumentNullException.ThrowIfNull(circle);
        _center = new Vantage(circle.Center);
        _latitude = circle.Center.Latitude;
        _radiusMetres = circle.RadiusMetres;
        _radiusDegrees = double.RadiansToDegrees(circle.RadiusMetres / GeoPoint.EarthRadiusMetres);
    }

    /// <summary>Whether a point lies in it.</summary>
    // No way between two latitudes is shorter than the one along a meridian.
    public bool Contains(GeoPoint point) =>
        Math.Abs(point.Latitude - _latitude) <= _radiusDegrees && _center.DistanceTo(point) <= _radiusMetres;
}
