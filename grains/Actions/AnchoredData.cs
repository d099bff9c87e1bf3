namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>anchored</c>: how far the chains of lanes were. Lanes in which nothing was recorded since the anchor before are left out.</summary>
public sealed record AnchoredData(IReadOnlyList<LaneHeadData> Lanes);
