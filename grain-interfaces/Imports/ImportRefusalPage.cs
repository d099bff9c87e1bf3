namespace Burgernet.Imports;

/// <summary>Some refusals of an import, by line.</summary>
/// <param name="Refusals">The refusals.</param>
/// <param name="Next">Where the next page begins, or null on the last.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.import-refusal-page")]
public sealed record ImportRefusalPage([property: Id(0)] IReadOnlyList<ImportRefusal> Refusals, [property: Id(1)] string? Next);
