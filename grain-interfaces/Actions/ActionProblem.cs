namespace Burgernet.Actions;

/// <summary>Why an act was refused: a value, not an exception.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Status">The action's status at that moment, where that is the reason.</param>
/// <param name="Value">What there is too much of, in the code's own unit, or null.</param>
/// <param name="Limit">How much there may be, in the same unit, or null.</param>
/// <param name="Until">Until when it holds, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-problem")]
public sealed record ActionProblem(
    [property: Id(0)] ActionProblemCode Code,
    [property: Id(1)] ActionStatus? Status = null,
    [property: Id(2)] double? Value = null,
    [property: Id(3)] double? Limit = null,
    [property: Id(4)] DateTimeOffset? Until = null
);
