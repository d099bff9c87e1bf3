namespace Burgernet.Cells;

/// <summary>What a selection asks of cells.</summary>
/// <param name="Area">Who lies outside is not selected.</param>
/// <param name="From">The incident point that distances are measured from.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cell-query")]
public sealed record CellQuery([property: Id(0)] Area Area, [property: Id(1)] GeoPoint From);
