namespace Burgernet.Cells;

/// <summary>A point that many distances are measured from: what does not depend on the other end is worked out once.</summary>
/// <remarks>
/// The haversine formula. Up to some 300 km its sines and cosines are those of small angles, which a few terms of their series give to the last
/// digit; so a distance costs a square root and some products (no division: one takes as long as ten of these). Farther away they are computed as they are.
/// </remarks>
public readonly struct Vantage
{
    // Of these angles the series below are exact to 1e-17: the first term left out is smaller.
    private const double SmallRadians = 0.05;

    private readonly double _latitude;
    private readonly double _longitude;
    private readonly double _sine;
    private readonly double _cosine;

    /// <summary>At a point.</summary>
    public Vantage(GeoPoint point)
    {
        (_latitude, _longitude) = (point.Latitude, point.Longitude);
        (_sine, _cosine) = Math.SinCos(double.DegreesToRadians(point.Latitude));
    }

    /// <summary>Great-circle distance in metres, on the sphere of <see cref="GeoPoint.EarthRadiusMetres"/>.</summary>
    public double DistanceTo(GeoPoint other)
    {
        var north = double.DegreesToRadians(other.Latitude - _latitude);
        var east = double.DegreesToRadians(other.Longitude - _longitude);
        if (Math.Abs(north) > SmallRadians || Math.Abs(east) > SmallRadians)
        {
            return Far(other.Latitude, north, east);
        }

        var (halfNorth, halfEast) = (SmallSine(north / 2), SmallSine(east / 2));
        var otherCosine = (_cosine * SmallCosine(north)) - (_sine * SmallSine(north));
        var chord = Math.Sqrt((halfNorth * halfNorth) + (halfEast * halfEast * _cosine * otherCosine));
        return 2 * GeoPoint.EarthRadiusMetres * SmallArcsine(chord);
    }

    private double Far(double latitude, double north, double east)
    {
        var (halfNorth, halfEast) = (Math.Sin(north / 2), Math.Sin(east / 2));
        var square = (halfNorth * halfNorth) + (halfEast * halfEast * _cosine * Math.Cos(double.DegreesToRadians(latitude)));
        return 2 * GeoPoint.EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }

    private static double SmallSine(double x)
    {
        var square = x * x;
        return x * (1 - (square * ((1.0 / 6) - (square * ((1.0 / 120) - (square * ((1.0 / 5_040) - (square * (1.0 / 362_880)))))))));
    }

    private static double SmallCosine(double x)
    {
        var square = x * x;
        return 1 - (square * ((1.0 / 2) - (square * ((1.0 / 24) - (square * ((1.0 / 720) - (square * (1.0 / 40_320))))))));
    }

    private static double SmallArcsine(double x)
    {
        var square = x * x;
        return x * (1 + (square * ((1.0 / 6) + (square * ((3.0 / 40) + (square * ((15.0 / 336) + (square * (105.0 / 3_456)))))))));
    }
}
