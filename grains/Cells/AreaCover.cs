using System.Runtime.InteropServices;
using Burgernet.Cells;
using Burgernet.H3;

namespace Burgernet.Grains.Cells;

/// <summary>The cells that an area touches, and which of them lie wholly in it: nobody's point needs to be looked at there.</summary>
/// <remarks>
/// Edges of cells are taken as straight in longitude and latitude here, while a point belongs to a cell by great circles: between the two lie
/// 5 mm at most.
/// </remarks>
internal sealed class AreaCover
{
    private readonly ulong[] _whole;
    private readonly ulong[] _touched;

    private AreaCover(ulong[] whole, ulong[] touched) => (_whole, _touched) = (whole, touched);

    /// <summary>Every cell that the area touches, ascending.</summary>
    public ReadOnlySpan<ulong> Cells => _touched;

    /// <summary>How many there are.</summary>
    public int Count => _touched.Length;

    /// <summary>Of an area.</summary>
    /// <exception cref="ArgumentException">A kind of area, or an explicit cell, that there are no cells for.</exception>
    public static AreaCover Of(Area area) =>
        area switch
        {
            CircleArea circle => new AreaCover(Fill(circle, ContainmentMode.Full), Fill(circle, ContainmentMode.Overlapping)),
            PolygonArea polygons => Of(polygons),
            CellsArea cells => Of(cells),
            AreaWithout { Of: var of, Without: var without } => Of(of).Less(Of(without)),
            _ => throw new ArgumentException($"No cells for {area.GetType().Name}", nameof(area)),
        };

    /// <summary>Whether a cell lies wholly in the area.</summary>
    public bool IsWhole(ulong cell) => Array.BinarySearch(_whole, cell) >= 0;

    /// <summary>Whether a subscription is in the area: by its cell, and on border cells by its point.</summary>
    public bool Touches(ulong cell) => Array.BinarySearch(_touched, cell) >= 0;

    /// <summary>By region, ascending.</summary>
    public IReadOnlyList<RegionCover> ByRegion()
    {
        // Cells of a region follow each other.
        var regions = new List<RegionCover>();
        var (start, whole) = (0, 0);
        for (var i = 1; i <= _touched.Length; i++)
        {
            var region = CellMask.RegionOf(_touched[start]);
            if (i == _touched.Length || CellMask.RegionOf(_touched[i]) != region)
            {
                var wholeEnd = whole;
                while (wholeEnd < _whole.Length && CellMask.RegionOf(_whole[wholeEnd]) == region)
                {
                    wholeEnd++;
                }

                var cells = _touched.AsSpan(start..i);
                var inside = _whole.AsSpan(whole..wholeEnd);
                regions.Add(new RegionCover(region, CellMask.Of(inside), CellMask.Of(Except(cells, inside))));
                (start, whole) = (i, wholeEnd);
            }
        }

        return regions;
    }

    private static AreaCover Of(PolygonArea area)
    {
        GeoPolygon[] polygons = [.. area.Parts.Select(part => new GeoPolygon(Ring(part.Outer), [.. part.Holes.Select(Ring)]))];
        return new AreaCover(
            ToValues(H3Grid.PolygonToCells(polygons, CellMask.CellResolution, ContainmentMode.Full)),
            ToValues(H3Grid.PolygonToCells(polygons, CellMask.CellResolution, ContainmentMode.Overlapping))
        );
    }

    private static AreaCover Of(CellsArea area)
    {
        ulong[] cells = [.. area.Cells.Distinct().Order()];
        return cells.All(cell => new H3Index(cell) is { IsValid: true, Resolution: CellMask.CellResolution })
            ? new AreaCover(cells, cells)
            : throw new ArgumentException($"Not all are H3 cells of resolution {CellMask.CellResolution}", nameof(area));
    }

    private AreaCover Less(AreaCover other) => new(Except(_whole, other._touched), Except(_touched, other._whole));

    private static ulong[] Fill(CircleArea circle, ContainmentMode mode) =>
        ToValues(
            H3Grid.CircleToCells(
                new LatLng(circle.Center.Latitude, circle.Center.Longitude),
                circle.RadiusMetres,
                CellMask.CellResolution,
                mode
            )
        );

    private static ReadOnlyMemory<LatLng> Ring(GeoPoint[] ring) =>
        Array.ConvertAll(ring, point => new LatLng(point.Latitude, point.Longitude));

    private static ulong[] ToValues(H3Index[] cells) => MemoryMarshal.Cast<H3Index, ulong>(cells).ToArray();

    /// <summary>Both ascending, and so is what is left.</summary>
    private static ulong[] Except(ReadOnlySpan<ulong> cells, ReadOnlySpan<ulong> taken)
    {
        var left = new List<ulong>(cells.Length);
        var next = 0;
        foreach (var cell in cells)
        {
            while (next < taken.Length && taken[next] < cell)
            {
                next++;
            }

            if (next == taken.Length || taken[next] != cell)
            {
                left.Add(cell);
            }
        }

        return [.. left];
    }
}
