namespace Burgernet.Actions;

/// <summary>An estimate, or why there is none.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Problem">Why not, else null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.estimate-reply")]
public sealed record EstimateReply([property: Id(0)] ActionEstimate? Estimate, [property: Id(1)] ActionProblem? Problem = null);
