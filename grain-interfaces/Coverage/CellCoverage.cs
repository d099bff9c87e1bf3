namespace Burgernet.Coverage;

/// <summary>Participation in a cell.</summary>
/// <param name="Cell">The H3 cell, resolution 8.</param>
/// <param name="Participants">Active participants with a location there, rounded; null where fewer than <see cref="CoverageRounding.Least"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cell-coverage")]
public readonly record struct CellCoverage([property: Id(0)] ulong Cell, [property: Id(1)] int? Participants);
