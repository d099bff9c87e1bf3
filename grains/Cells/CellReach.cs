namespace Burgernet.Grains.Cells;

/// <summary>A cell of an area, and how near its nearest corner can be.</summary>
/// <param name="Cell">H3 cell, resolution 8.</param>
/// <param name="FirstBand">The first band in which somebody of this cell can be.</param>
/// <param name="Whole">Whether it lies wholly in the area.</param>
public readonly record struct CellReach(ulong Cell, int FirstBand, bool Whole);
