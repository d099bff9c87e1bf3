namespace Burgernet.Cells;

/// <summary>A cell in which somebody lives.</summary>
/// <param name="Cell">The H3 cell, resolution 8.</param>
/// <param name="Count">Subscriptions in it.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.populated-cell")]
public readonly record struct PopulatedCell([property: Id(0)] ulong Cell, [property: Id(1)] int Count);
