namespace Burgernet.Actions;

/// <summary>Why an act was refused: a value, not an exception.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Status">The action's status at that moment, where that is the reason.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-problem")]
public sealed record ActionProblem([property: Id(0)] ActionProblemCode Code, [property: Id(1)] ActionStatus? Status = null);
