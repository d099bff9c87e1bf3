using Orleans.Placement;

namespace Burgernet.Grains.Cells;

/// <summary>Places by region: for grains whose key is a cell or a region.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RegionPlacementAttribute() : PlacementAttribute(RegionPlacement.Instance);
