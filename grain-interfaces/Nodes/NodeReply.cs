namespace Burgernet.Nodes;

/// <summary>The node after what was asked of it, or why nothing was done.</summary>
/// <param name="Node">How it stands; null where there is none.</param>
/// <param name="Problem">Why nothing was done.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.node-reply")]
public sealed record NodeReply([property: Id(0)] NodeView? Node, [property: Id(1)] NodeProblem Problem = NodeProblem.None);
