namespace Burgernet.Actions;

/// <summary>How an action enlarges its area by itself: a circle around the incident point that grows as somebody on their way could.</summary>
/// <param name="SpeedKmh">How fast, in kilometres an hour: 5 on foot, 18 by bicycle, 50 by car.</param>
/// <param name="LargestRadiusMetres">Where it ends, in metres.</param>
/// <param name="StartRadiusMetres">From which radius on, in metres; null for the largest circle that the action has.</param>
/// <param name="ConfirmedPeople">How many additional people they have confirmed to call, in the whole largest circle; or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.expansion-plan")]
public sealed record ExpansionPlan(
    [property: Id(0)] double SpeedKmh,
    [property: Id(1)] double LargestRadiusMetres,
    [property: Id(2)] double? StartRadiusMetres = null,
    [property: Id(3)] int? ConfirmedPeople = null
);
