using System.Runtime.InteropServices;
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

    /// <summary>Cells by region.</summary>
    public static IReadOnlyList<RegionCover> Of(ReadOnlySpan<CellReach> cells)
    {
        var regions = new Dictionary<ulong, (List<ulong> Whole, List<ulong> Border)>();
        foreach (ref readonly var cell in cells)
        {
            var region = CellMask.RegionOf(cell.Cell);
            if (!regions.TryGetValue(region, out var known))
            {
                regions[region] = known = ([], []);
            }

            (cell.Whole ? known.Whole : known.Border).Add(cell.Cell);
        }

        return
        [
            .. regions.Select(region => new RegionCover(
                region.Key,
                CellMask.Of(CollectionsMarshal.AsSpan(region.Value.Whole)),
                CellMask.Of(CollectionsMarshal.AsSpan(region.Value.Border))
            )),
        ];
    }
}
