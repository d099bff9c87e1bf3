using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Cells;
using NetTopologySuite.Geometries;

namespace Burgernet.Api.Cells;

/// <summary>Reads municipalities: <c>{"municipalities":["0150"]}</c>. They become polygons here, so that the dossier holds the borders as they were that day.</summary>
internal static class MunicipalityReader
{
    public const string Name = "municipalities";

    /// <summary>More would be a province.</summary>
    public const int Most = 20;

    public static AreaReading? Read(JsonFields fields, string area, ApiOptions limits, ProblemSink problems, IMunicipalityBorders? borders)
    {
        var codes = fields.Texts(Name);
        if (codes.Count == 0)
        {
            problems.Add(AreaReasons.Empty, fields.PathOf(Name));
        }
        else if (codes.Count > Most)
        {
            problems.Add(AreaReasons.TooManyMunicipalities, fields.PathOf(Name), Most);
        }

        var shapes = new List<Geometry>();
        for (var i = 0; i < codes.Count && problems.First is null; i++)
        {
            var found = borders?.ShapesOf(codes[i]) ?? [];
            if (found.Count == 0)
            {
                problems.Add(AreaReasons.UnknownMunicipality, $"{fields.PathOf(Name)}.{i}");
            }

            // Named twice, by two spellings perhaps, it is there once.
            shapes.AddRange(found.Where(shape => !shapes.Contains(shape)));
        }

        if (problems.First is null && shapes.Sum(shape => shape.NumPoints) > limits.MaxAreaPoints)
        {
            problems.Add(AreaReasons.TooManyPoints, fields.PathOf(Name), limits.MaxAreaPoints);
        }

        if (problems.First is not null)
        {
            return null;
        }

        AreaPolygon[] parts = [.. shapes.SelectMany(PolygonShapes.PartsOf)];
        if (SphereArea.OfPolygons(parts) > limits.MaxAreaSquareKilometres)
        {
            problems.Add(AreaReasons.TooLarge, area, limits.MaxAreaSquareKilometres);
            return null;
        }

        var inside = shapes.MaxBy(shape => shape.Area)!.InteriorPoint;
        return new AreaReading(new PolygonArea(parts), new GeoPoint(inside.Y, inside.X));
    }
}
