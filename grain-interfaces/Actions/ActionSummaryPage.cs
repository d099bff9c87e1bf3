namespace Burgernet.Actions;

/// <summary>Some of a control room's actions, newest first.</summary>
/// <param name="Actions">The actions; progress as last stored in the dossier, live figures come with each action itself.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-summary-page")]
public sealed record ActionSummaryPage([property: Id(0)] IReadOnlyList<ActionSummary> Actions, [property: Id(1)] string? Next);
