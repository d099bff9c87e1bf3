using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>Reads an area: a circle, or GeoJSON (RFC 7946 §3.1.6, §3.1.7). What it lets through is certain to enclose something.</summary>
internal static class AreaReader
{
    public const string Name = "area";

    /// <summary>About 1 m²: what encloses less is a line with rounding errors.</summary>
    private const double SmallestSquareDegrees = 1e-10;

    public static AreaReading? Read(JsonFields parent, ApiOptions limits, ProblemSink problems)
    {
        var fields = parent.RequiredObject(Name, "center", "radiusMetres", "type", "coordinates", "bbox");
        if (fields is null)
        {
            return null;
        }

        var circle = fields.Has("center") || fields.Has("radiusMetres");
        var geoJson = fields.Has("type") || fields.Has("coordinates") || fields.Has("bbox");
        if (circle == geoJson)
        {
            problems.Add(AreaReasons.UnknownType, Name);
            return null;
        }

        return circle ? Circle(fields, limits, problems) : Polygons(fields, limits, problems);
    }

    private static AreaReading? Circle(JsonFields fields, ApiOptions limits, ProblemSink problems)
    {
        var center = PointReader.Read(fields, "center", problems);
        var radius = fields.RequiredNumber("radiusMetres");
        if (center is null || radius is null)
        {
            return null;
        }

        if (radius <= 0)
        {
            problems.Add(AreaReasons.RadiusNotPositive, fields.PathOf("radiusMetres"));
        }
        else if (radius > limits.MaxRadiusMetres)
        {
            problems.Add(AreaReasons.RadiusTooLarge, fields.PathOf("radiusMetres"), limits.MaxRadiusMetres);
        }
        else if (SphereArea.OfCircle(radius.Value) > limits.MaxAreaSquareKilometres)
        {
            problems.Add(AreaReasons.TooLarge, Name, limits.MaxAreaSquareKilometres);
        }
        else
        {
            return new AreaReading(new CircleArea(center.Value, radius.Value), center.Value);
        }

        return null;
    }

    private static AreaReading? Polygons(JsonFields fields, ApiOptions limits, ProblemSink problems)
    {
        if (fields.Required("type") is not { } type || fields.Required("coordinates") is not { } coordinates)
        {
            return null;
        }

        var reader = new GeoJsonReader(limits.MaxAreaPoints, problems);
        var path = fields.PathOf("coordinates");
        NetTopologySuite.Geometries.Geometry? shape;
        switch (JsonFields.TextOf(type))
        {
            case "Polygon":
                shape = reader.Polygon(coordinates, path);
                break;
            case "MultiPolygon":
                shape = reader.MultiPolygon(coordinates, path);
                break;
            default:
                problems.Add(AreaReasons.UnknownType, fields.PathOf("type"));
                return null;
        }

        if (shape is null)
        {
            return null;
        }

        if (shape.Area < SmallestSquareDegrees)
        {
            problems.Add(AreaReasons.Empty, Name);
            return null;
        }

        var parts = PolygonShapes.PartsOf(shape);
        if (SphereArea.OfPolygons(parts) > limits.MaxAreaSquareKilometres)
        {
            problems.Add(AreaReasons.TooLarge, Name, limits.MaxAreaSquareKilometres);
            return null;
        }

        var inside = shape.InteriorPoint;
        return new AreaReading(new PolygonArea(parts), new GeoPoint(inside.Y, inside.X));
    }
}
