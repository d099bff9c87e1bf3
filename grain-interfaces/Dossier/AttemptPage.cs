namespace Burgernet.Dossier;

/// <summary>Some of an action's attempts.</summary>
/// <param name="Attempts">The attempts.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.attempt-page")]
public sealed record AttemptPage([property: Id(0)] IReadOnlyList<AttemptView> Attempts, [property: Id(1)] string? Next);
