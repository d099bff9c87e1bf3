using Burgernet.Cells;

namespace Burgernet.Silo.Demonstration;

/// <summary>A place of the GeoNames list.</summary>
internal sealed record Place(string Name, GeoPoint Center, int Population);
