namespace Burgernet.Actions;

/// <summary>All tips of an action, the urgent ones first and each part in order, or why there are none to see.</summary>
/// <param name="Tips">The tips.</param>
/// <param name="Problem">Why not, else null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tips-reply")]
public sealed record TipsReply([property: Id(0)] IReadOnlyList<ReadTip> Tips, [property: Id(1)] ActionProblem? Problem = null);
