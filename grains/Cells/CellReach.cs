namespace Burgernet.Grains.Cells;

/// <summary>A populated cell of an area, and how near its nearest corner can be.</summary>
/// <param name="Cell">H3 cell, resolution 8.</param>
/// <param name="Region">Its parent at resolution 5.</param>
/// <param name="FirstBand">The first band in which somebody of this cell can be.</param>
public readonly record struct CellReach(ulong Cell, ulong Region, int FirstBand);
