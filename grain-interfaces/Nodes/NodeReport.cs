namespace Burgernet.Nodes;

/// <summary>What a node tells of itself.</summary>
/// <param name="Status">What it is doing.</param>
/// <param name="Version">The version of Burgernet that it runs.</param>
/// <param name="DrainingSince">Since when it starts no call, or null.</param>
/// <param name="ClockOffset">How far its clock is ahead of the database's, negative where it is behind; null where that is not known.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.node-report")]
public sealed record NodeReport(
    [property: Id(0)] NodeStatus Status,
    [property: Id(1)] string Version,
    [property: Id(2)] DateTimeOffset? DrainingSince,
    [property: Id(3)] TimeSpan? ClockOffset = null
);
