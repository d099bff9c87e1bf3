using Burgernet.Cells;
using NetTopologySuite.Geometries;

namespace Burgernet.Api.Cells;

/// <summary>From NetTopologySuite's closed rings of (x, y) to ours.</summary>
internal static class PolygonShapes
{
    /// <summary>The polygons of a Polygon or MultiPolygon.</summary>
    public static AreaPolygon[] PartsOf(Geometry shape)
    {
        var parts = new AreaPolygon[shape.NumGeometries];
        for (var i = 0; i < parts.Length; i++)
        {
            var polygon = (Polygon)shape.GetGeometryN(i);
            parts[i] = new AreaPolygon(Open(polygon.Shell), [.. polygon.Holes.Select(Open)]);
        }

        return parts;
    }

    private static GeoPoint[] Open(LinearRing ring) => [.. ring.Coordinates.SkipLast(1).Select(c => new GeoPoint(c.Y, c.X))];
}
