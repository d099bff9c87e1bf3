namespace Burgernet.Grains.Cells;

/// <summary>A region and its cells stand on one silo, so that a question to a region becomes calls within that silo; regions are spread evenly.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.region-placement")]
internal sealed class RegionPlacement : PlacementStrategy
{
    /// <summary>The only one.</summary>
    public static RegionPlacement Instance { get; } = new();
}
