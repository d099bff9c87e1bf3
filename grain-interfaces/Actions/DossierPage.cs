namespace Burgernet.Actions;

/// <summary>Some of a dossier, in order of recording.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dossier-page")]
public sealed record DossierPage([property: Id(0)] IReadOnlyList<DossierEntry> Entries, [property: Id(1)] string? Next);
