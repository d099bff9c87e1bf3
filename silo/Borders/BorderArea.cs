using NetTopologySuite.Geometries;

namespace Burgernet.Silo.Borders;

/// <summary>One feature of a border file.</summary>
/// <param name="Code">Its code; several features may share it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Shape">Polygon or multipolygon; x is the longitude and y the latitude in degrees.</param>
internal sealed record BorderArea(string Code, string Name, Geometry Shape);
