using Burgernet.Cells;

namespace Burgernet.Grains.Cells;

/// <summary>The cells of a region that an area touches.</summary>
/// <param name="Region">H3 cell, resolution 5.</param>
/// <param name="Whole">Those that lie wholly in the area.</param>
/// <param name="Border">Those that lie partly in it.</param>
internal sealed record RegionCover(ulong Region, CellMask Whole, CellMask Border)
{
    /// <summary>How many cells there are.</summary>
    public int Cells => Whole.Count + Border.Count;
}
