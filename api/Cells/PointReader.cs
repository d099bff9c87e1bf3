using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>Reads a point: <c>{"latitude":52.2,"longitude":6.2}</c>.</summary>
internal static class PointReader
{
    public static GeoPoint? Read(JsonFields parent, string name, ProblemSink problems)
    {
        if (parent.RequiredObject(name, "latitude", "longitude") is not { } fields)
        {
            return null;
        }

        var latitude = fields.RequiredNumber("latitude");
        var longitude = fields.RequiredNumber("longitude");
        return
            latitude is not null
            && longitude is not null
            && IsOnEarth(latitude.Value, fields.PathOf("latitude"), longitude.Value, fields.PathOf("longitude"), problems)
            ? new GeoPoint(latitude.Value, longitude.Value)
            : null;
    }

    /// <summary>Whether both are within their range, with the problem where not.</summary>
    public static bool IsOnEarth(double latitude, string latitudeField, double longitude, string longitudeField, ProblemSink problems)
    {
        if (latitude is < -90 or > 90)
        {
            problems.Add(AreaReasons.LatitudeOutside, latitudeField);
            return false;
        }

        if (longitude is < -180 or > 180)
        {
            problems.Add(AreaReasons.LongitudeOutside, longitudeField);
            return false;
        }

        return true;
    }
}
