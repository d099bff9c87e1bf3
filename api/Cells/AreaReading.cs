using Burgernet.Cells;

namespace Burgernet.Api.Cells;

/// <summary>An area that passed every check of form.</summary>
/// <param name="Area">The area.</param>
/// <param name="Inside">A point of it: the centre of a circle, a point on the surface of polygons.</param>
internal sealed record AreaReading(Area Area, GeoPoint Inside);
