using NetTopologySuite.Geometries;

namespace Burgernet.Api.Cells;

/// <summary>The borders of municipalities as far as they are configured, as exact as the file has them. The node implements it; for any thread.</summary>
public interface IMunicipalityBorders
{
    /// <summary>What lies within the borders of a municipality: polygons and multipolygons, x the longitude and y the latitude in degrees. None where the code is unknown.</summary>
    /// <param name="code">Its code, with or without the letters of the register: <c>GM0150</c>, <c>0150</c>.</param>
    IReadOnlyList<Geometry> ShapesOf(string code);
}
