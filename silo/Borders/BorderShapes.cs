using Burgernet.Coverage;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;

namespace Burgernet.Silo.Borders;

/// <summary>Makes borders small enough for a map, so that neighbours still fit together.</summary>
internal static class BorderShapes
{
    /// <summary>With so many points and fewer nothing is left out: a generalised file of the country's municipalities is a megabyte or so of GeoJSON.</summary>
    public const int MostPoints = 60_000;

    /// <summary>About 50 m to begin with, in degrees; twice as much until few enough are left.</summary>
    private const double FirstTolerance = 0.0005;

    private const double CoarsestTolerance = 0.1;
    private const int Decimals = 5;

    /// <summary>The shapes by code.</summary>
    /// <param name="areas">The areas; several may share a code.</param>
    public static IReadOnlyList<MunicipalityShape> Of(IReadOnlyList<BorderArea> areas)
    {
        var shapes = areas.Select(area => area.Shape).ToArray();
        for (var tolerance = FirstTolerance; Points(shapes) > MostPoints && tolerance < CoarsestTolerance; tolerance *= 2)
        {
            // A shared border is simplified once, for both sides of it.
            shapes = CoverageSimplifier.Simplify(shapes, tolerance);
        }

        return
        [
            .. areas
                .Zip(shapes)
                .GroupBy(pair => pair.First.Code, pair => pair.Second, StringComparer.Ordinal)
                .Select(same => new MunicipalityShape(same.Key, [.. same.SelectMany(Polygons)])),
        ];
    }

    private static int Points(Geometry[] shapes) => shapes.Sum(shape => shape.NumPoints);

    private static IEnumerable<double[][]> Polygons(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                yield return
                [
                    Ring(polygon.ExteriorRing, anticlockwise: true),
                    .. polygon.InteriorRings.Select(hole => Ring(hole, anticlockwise: false)),
                ];
            }
        }
    }

    private static double[] Ring(LineString ring, bool anticlockwise)
    {
        var points = Orientation.IsCCW(ring.CoordinateSequence) == anticlockwise ? ring.Coordinates : ring.Coordinates.Reverse();
        return [.. points.SelectMany(point => new[] { Math.Round(point.X, Decimals), Math.Round(point.Y, Decimals) })];
    }
}
