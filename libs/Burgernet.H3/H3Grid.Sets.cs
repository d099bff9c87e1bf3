using System.Runtime.InteropServices;
using Burgernet.H3.Grid;
using Burgernet.H3.Regions;

namespace Burgernet.H3;

/// <content>Sets of cells.</content>
public static partial class H3Grid
{
    /// <summary>Replaces each full set of siblings by its parent, as far up as that goes.</summary>
    /// <param name="cells">Valid cells of one resolution, each once, in any order.</param>
    /// <param name="destination">Takes the cells, ascending by base cell and digits; room for as many as there are cells always suffices.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">
    /// An index is not a cell, a cell occurs twice, resolutions differ, or there is less room than for all cells.
    /// </exception>
    public static int CompactCells(ReadOnlySpan<H3Index> cells, Span<H3Index> destination)
    {
        CheckRoom<H3Index>(destination, cells.Length);
        foreach (var cell in cells)
        {
            CheckCell(cell, nameof(cells));
            if (cell.Resolution != cells[0].Resolution)
            {
                throw new ArgumentException($"{cell} is not of resolution {cells[0].Resolution}.", nameof(cells));
            }
        }

        cells.CopyTo(destination);
        var sorted = destination[..cells.Length];
        sorted.Sort();
        for (var n = 1; n < sorted.Length; n++)
        {
            if (sorted[n] == sorted[n - 1])
            {
                throw new ArgumentException($"{sorted[n]} occurs twice.", nameof(cells));
            }
        }

        var count = 0;
        foreach (var cell in sorted)
        {
            // The last child completes its family where those before it are all there.
            destination[count++] = cell;
            for (var family = Family(destination[..count]); family > 0; family = Family(destination[..count]))
            {
                count -= family - 1;
                destination[count - 1] = new H3Index(ParentOf(destination[count - 1].Value, destination[count - 1].Resolution - 1));
            }
        }

        return count;
    }

    /// <summary>Replaces each full set of siblings by its parent, as far up as that goes.</summary>
    /// <param name="cells">Valid cells of one resolution, each once, in any order.</param>
    /// <returns>The cells, ascending by base cell and digits.</returns>
    /// <exception cref="ArgumentException">An index is not a cell, a cell occurs twice, or resolutions differ.</exception>
    public static H3Index[] CompactCells(ReadOnlySpan<H3Index> cells)
    {
        var compacted = new H3Index[cells.Length];
        return compacted[..CompactCells(cells, compacted)];
    }

    /// <summary>How many cells <see cref="UncompactCells(ReadOnlySpan{H3Index}, int, Span{H3Index})"/> writes.</summary>
    /// <param name="cells">Valid cells, none finer than the resolution.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <exception cref="ArgumentException">An index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than a cell's, or not 0 to 15.</exception>
    public static long UncompactCellsSize(ReadOnlySpan<H3Index> cells, int resolution)
    {
        CheckResolution(resolution);
        var size = 0L;
        foreach (var cell in cells)
        {
            size += CellToChildrenSize(cell, resolution);
        }

        return size;
    }

    /// <summary>Replaces each cell by its descendants at a resolution.</summary>
    /// <param name="cells">Valid cells, none finer than the resolution.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <param name="destination">Takes the cells; <see cref="UncompactCellsSize"/> tells the room needed.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">An index is not a cell, or there is too little room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than a cell's, or not 0 to 15.</exception>
    public static int UncompactCells(ReadOnlySpan<H3Index> cells, int resolution, Span<H3Index> destination)
    {
        CheckRoom<H3Index>(destination, UncompactCellsSize(cells, resolution));
        var count = 0;
        foreach (var cell in cells)
        {
            count += WriteChildren(cell.Value, resolution, destination[count..]);
        }

        return count;
    }

    /// <summary>Replaces each cell by its descendants at a resolution.</summary>
    /// <param name="cells">Valid cells, none finer than the resolution.</param>
    /// <param name="resolution">0 to 15.</param>
    /// <exception cref="ArgumentException">An index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than a cell's, or not 0 to 15.</exception>
    public static H3Index[] UncompactCells(ReadOnlySpan<H3Index> cells, int resolution)
    {
        var all = new H3Index[UncompactCellsSize(cells, resolution)];
        _ = UncompactCells(cells, resolution, all);
        return all;
    }

    /// <summary>The next ring of a set: the cells beside it that are not in it, ascending.</summary>
    /// <param name="cells">Valid cells of one resolution, in any order.</param>
    /// <param name="destination">Takes the cells; room for six times as many as there are cells always suffices.</param>
    /// <param name="count">How many were written; where there is too little room, how many there are.</param>
    /// <returns>Whether there was room for all; where not, what was written is of no use.</returns>
    /// <exception cref="ArgumentException">An index is not a cell, or resolutions differ.</exception>
    public static bool TryExpandRing(ReadOnlySpan<H3Index> cells, Span<H3Index> destination, out long count)
    {
        var sink = new CellSink(destination);
        Expand(cells, ref sink);
        count = sink.Count;
        return sink.Fits;
    }

    /// <summary>The next ring of a set: the cells beside it that are not in it, ascending.</summary>
    /// <param name="cells">Valid cells of one resolution, in any order.</param>
    /// <exception cref="ArgumentException">An index is not a cell, or resolutions differ.</exception>
    public static H3Index[] ExpandRing(ReadOnlySpan<H3Index> cells)
    {
        var sink = CellSink.Growing();
        Expand(cells, ref sink);
        return sink.ToArray();
    }

    /// <summary>The areas that a set of cells covers: one polygon for each of its connected parts.</summary>
    /// <remarks>Outer rings run counter-clockwise, holes clockwise, neither repeats its first point. The whole Earth has no outline.</remarks>
    /// <param name="cells">Valid cells of one resolution, each once, in any order.</param>
    /// <exception cref="ArgumentException">An index is not a cell, a cell occurs twice, or resolutions differ.</exception>
    public static GeoPolygon[] CellsToMultiPolygon(ReadOnlySpan<H3Index> cells)
    {
        foreach (var cell in cells)
        {
            CheckSameResolution(cells[0], cell);
        }

        return CellOutline.Trace(MemoryMarshal.Cast<H3Index, ulong>(cells));
    }

    private static void Expand(ReadOnlySpan<H3Index> cells, ref CellSink sink)
    {
        foreach (var cell in cells)
        {
            CheckSameResolution(cells[0], cell);
        }

        using var seen = new CellSet(checked(7 * cells.Length));
        foreach (var cell in cells)
        {
            seen.Add(cell.Value);
        }

        Span<ulong> disk = stackalloc ulong[7];
        foreach (var cell in cells)
        {
            foreach (var next in disk[..Disk.Write(cell.Value, 1, disk, [])])
            {
                if (seen.Add(next))
                {
                    sink.Add(next);
                }
            }
        }

        sink.Written.Sort();
    }

    /// <summary>How many cells at the end are a parent's children, all of them; 0 where they are not.</summary>
    private static int Family(ReadOnlySpan<H3Index> cells)
    {
        var last = cells[^1].Value;
        var resolution = Digits.Resolution(last);
        if (resolution == 0 || DigitAt(last, resolution) != 6)
        {
            return 0;
        }

        var parent = ParentOf(last, resolution - 1);
        var size = Digits.IsPentagon(parent) ? 6 : 7;
        if (cells.Length < size)
        {
            return 0;
        }

        foreach (var cell in cells[^size..])
        {
            if (Digits.Resolution(cell.Value) != resolution || ParentOf(cell.Value, resolution - 1) != parent)
            {
                return 0;
            }
        }

        return size;
    }
}
