namespace Burgernet.Coverage;

/// <summary>Participation by cell.</summary>
/// <param name="AsOf">When it was counted.</param>
/// <param name="Cells">By cell; only those where somebody is.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cells-coverage")]
public sealed record CellsCoverage([property: Id(0)] DateTimeOffset AsOf, [property: Id(1)] CellCoverage[] Cells);
