namespace Burgernet.Actions;

/// <summary>An automatic expansion that is under way.</summary>
/// <param name="SpeedKmh">How fast it grows, in kilometres an hour.</param>
/// <param name="LargestRadiusMetres">Where it ends, in metres.</param>
/// <param name="RadiusMetres">How far it is, in metres.</param>
/// <param name="NextAt">When it grows next; it may be later where the action is paused.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.planned-expansion")]
public sealed record PlannedExpansion(
    [property: Id(0)] double SpeedKmh,
    [property: Id(1)] double LargestRadiusMetres,
    [property: Id(2)] double RadiusMetres,
    [property: Id(3)] DateTimeOffset NextAt
);
