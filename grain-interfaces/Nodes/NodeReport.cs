namespace Burgernet.Nodes;

/// <summary>What a node tells of itself.</summary>
/// <param name="Status">What it is doing.</param>
/// <param name="Version">The version of Burgernet that it runs.</param>
/// <param name="DrainingSince">Since when it starts no call, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.node-report")]
public sealed record NodeReport(
    [property: Id(0)] NodeStatus Status,
    [property: Id(1)] string Version,
    [property: Id(2)] DateTimeOffset? DrainingSince
);
