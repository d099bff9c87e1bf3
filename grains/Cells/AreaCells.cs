using Burgernet.Cells;
using Burgernet.H3;

namespace Burgernet.Grains.Cells;

/// <summary>The resolutions of the grid, and the region of a cell.</summary>
internal static class AreaCells
{
    /// <summary>Resolution of the cells that hold subscriptions.</summary>
    public const int CellResolution = CellMask.CellResolution;

    /// <summary>Resolution of the regions that know which cells are populated.</summary>
    public const int RegionResolution = CellMask.RegionResolution;

    /// <summary>The region of a cell.</summary>
    public static ulong Region(H3Index cell) => CellMask.RegionOf(cell.Value);
}
