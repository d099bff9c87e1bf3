using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>
/// Reads an area: a circle, GeoJSON (RFC 7946 §3.1.6, §3.1.7), cells or municipalities, and what is left out of it. Each form that it lets through is certain to enclose something;
/// whether anybody is left between them, only the cells know.
/// </summary>
internal static class AreaReader
{
    public const string Name = "area";

    /// <summary>What is left out: areas of their own, without exclusions.</summary>
    public const string Exclude = "exclude";

    /// <summary>Each is looked at for each border cell of the area.</summary>
    public const int MostExclusions = 20;

    /// <summary>About 1 m²: what encloses less is a line with rounding errors.</summary>
    private const double SmallestSquareDegrees = 1e-10;

    private static readonly string[] Members =
    [
        "center",
        "radiusMetres",
        "type",
        "coordinates",
        "bbox",
        CellsReader.Name,
        MunicipalityReader.Name,
    ];

    /// <summary>Reads it.</summary>
    /// <param name="parent">Whose member it is.</param>
    /// <param name="limits">What the installation allows.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="borders">What municipalities are; without, none is known.</param>
    public static AreaReading? Read(JsonFields parent, ApiOptions limits, ProblemSink problems, IMunicipalityBorders? borders = null) =>
        parent.RequiredObject(Name, [.. Members, Exclude]) is { } fields && Form(fields, Name, limits, problems, borders) is { } whole
            ? Less(whole, fields, limits, problems, borders)
            : null;

    private static AreaReading? Less(
        AreaReading whole,
        JsonFields fields,
        ApiOptions limits,
        ProblemSink problems,
        IMunicipalityBorders? borders
    )
    {
        if (!fields.Has(Exclude))
        {
            return whole;
        }

        var exclusions = fields.Objects(Exclude, Members);
        if (exclusions.Count == 0)
        {
            // A list that holds nothing was meant to hold something.
            problems.Add(RequestReasons.Empty, fields.PathOf(Exclude));
        }
        else if (exclusions.Count > MostExclusions)
        {
            problems.Add(AreaReasons.TooManyExclusions, fields.PathOf(Exclude), MostExclusions);
        }

        var area = whole.Area;
        for (var i = 0; i < exclusions.Count && problems.First is null; i++)
        {
            if (Form(exclusions[i], $"{fields.PathOf(Exclude)}.{i}", limits, problems, borders) is { } exclusion)
            {
                area = new AreaWithout(area, exclusion.Area);
            }
        }

        return problems.First is null ? whole with { Area = area } : null;
    }

    private static AreaReading? Form(JsonFields fields, string path, ApiOptions limits, ProblemSink problems, IMunicipalityBorders? borders)
    {
        var circle = fields.Has("center") || fields.Has("radiusMetres");
        var geoJson = fields.Has("type") || fields.Has("coordinates") || fields.Has("bbox");
        switch (circle, geoJson, fields.Has(CellsReader.Name), fields.Has(MunicipalityReader.Name))
        {
            case (true, false, false, false):
                return Circle(fields, path, limits, problems);
            case (false, true, false, false):
                return Polygons(fields, path, limits, problems);
            case (false, false, true, false):
                return CellsReader.Read(fields, path, limits, problems);
            case (false, false, false, true):
                return MunicipalityReader.Read(fields, path, limits, problems, borders);
            default:
                problems.Add(AreaReasons.UnknownType, path);
                return null;
        }
    }

    private static AreaReading? Circle(JsonFields fields, string path, ApiOptions limits, ProblemSink problems)
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
            problems.Add(AreaReasons.TooLarge, path, limits.MaxAreaSquareKilometres);
        }
        else
        {
            return new AreaReading(new CircleArea(center.Value, radius.Value), center.Value);
        }

        return null;
    }

    private static AreaReading? Polygons(JsonFields fields, string area, ApiOptions limits, ProblemSink problems)
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
            problems.Add(AreaReasons.Empty, area);
            return null;
        }

        var parts = PolygonShapes.PartsOf(shape);
        if (SphereArea.OfPolygons(parts) > limits.MaxAreaSquareKilometres)
        {
            problems.Add(AreaReasons.TooLarge, area, limits.MaxAreaSquareKilometres);
            return null;
        }

        var inside = shape.InteriorPoint;
        return new AreaReading(new PolygonArea(parts), new GeoPoint(inside.Y, inside.X));
    }
}
