namespace Burgernet.Coverage;

/// <summary>The borders of a municipality, for a map: coarser than those that decide where somebody lives.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Polygons">Polygons of rings, the outer one first and anticlockwise (RFC 7946 §3.1.6); a ring has longitude and latitude in turn, in degrees of WGS84, and is closed.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.municipality-shape")]
public sealed record MunicipalityShape([property: Id(0)] string Code, [property: Id(1)] double[][][] Polygons);
