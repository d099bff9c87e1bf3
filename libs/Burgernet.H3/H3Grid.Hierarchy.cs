namespace Burgernet.H3;

/// <content>Parents and children.</content>
public static partial class H3Grid
{
    private static ReadOnlySpan<long> PowersOfSeven =>
        [
            1,
            7,
            49,
            343,
            2401,
            16807,
            117649,
            823543,
            5764801,
            40353607,
            282475249,
            1977326743,
            13841287201,
            96889010407,
            678223072849,
            4747561509943,
        ];

    /// <summary>The ancestor of a cell.</summary>
    /// <remarks>A point near a cell's edge may lie in another cell's descendant: index points at the resolution that is needed.</remarks>
    /// <param name="cell">A valid cell.</param>
    /// <param name="parentResolution">0 to the cell's own.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is finer than the cell's, or not 0 to 15.</exception>
    public static H3Index CellToParent(H3Index cell, int parentResolution)
    {
        CheckCell(cell);
        CheckResolution(parentResolution, nameof(parentResolution));
        if (parentResolution > cell.Resolution)
        {
            throw new ArgumentOutOfRangeException(nameof(parentResolution), parentResolution, "A parent is not finer than its child.");
        }

        return new H3Index(ParentOf(cell.Value, parentResolution));
    }

    /// <summary>The descendant in the middle of a cell.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="childResolution">The cell's own to 15.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's, or not 0 to 15.</exception>
    public static H3Index CellToCenterChild(H3Index cell, int childResolution)
    {
        CheckChildren(cell, childResolution);
        return new H3Index(FirstChild(cell.Value, childResolution));
    }

    /// <summary>How many descendants a cell has.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="childResolution">The cell's own to 15.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's, or not 0 to 15.</exception>
    public static long CellToChildrenSize(H3Index cell, int childResolution)
    {
        CheckChildren(cell, childResolution);
        return ChildCount(Digits.IsPentagon(cell.Value), childResolution - cell.Resolution);
    }

    /// <summary>A cell's descendants at a resolution, ascending.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="childResolution">The cell's own to 15.</param>
    /// <param name="destination">Takes the cells; <see cref="CellToChildrenSize"/> tells the room needed.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's, or not 0 to 15.</exception>
    public static int CellToChildren(H3Index cell, int childResolution, Span<H3Index> destination)
    {
        var size = CellToChildrenSize(cell, childResolution);
        CheckRoom<H3Index>(destination, size);
        return WriteChildren(cell.Value, childResolution, destination);
    }

    /// <summary>A cell's descendants at a resolution, ascending.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="childResolution">The cell's own to 15, fine enough apart for an array to hold the result.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is coarser than the cell's, or not 0 to 15.</exception>
    public static H3Index[] CellToChildren(H3Index cell, int childResolution)
    {
        var children = new H3Index[CellToChildrenSize(cell, childResolution)];
        _ = WriteChildren(cell.Value, childResolution, children);
        return children;
    }

    /// <summary>A cell's place among the descendants of its ancestor, as <see cref="CellToChildren(H3Index, int)"/> orders them.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="parentResolution">0 to the cell's own.</param>
    /// <returns>From 0.</returns>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is finer than the cell's, or not 0 to 15.</exception>
    public static long CellToChildPos(H3Index cell, int parentResolution)
    {
        var inPentagon = Digits.IsPentagon(CellToParent(cell, parentResolution).Value);
        var position = 0L;
        for (var r = parentResolution + 1; r <= cell.Resolution; r++)
        {
            var digit = DigitAt(cell.Value, r);
            if (digit != 0)
            {
                // A pentagon has no child 1, and its child 0 is a pentagon too.
                var below = cell.Resolution - r;
                position += inPentagon
                    ? ChildCount(true, below) + ((digit - 2) * ChildCount(false, below))
                    : digit * ChildCount(false, below);
                inPentagon = false;
            }
        }

        return position;
    }

    /// <summary>The descendant at a place, the inverse of <see cref="CellToChildPos"/>.</summary>
    /// <param name="position">0 to the number of descendants less one.</param>
    /// <param name="parent">A valid cell.</param>
    /// <param name="childResolution">The parent's own to 15.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The position or the resolution is out of range.</exception>
    public static H3Index ChildPosToCell(long position, H3Index parent, int childResolution)
    {
        if (position < 0 || position >= CellToChildrenSize(parent, childResolution))
        {
            throw new ArgumentOutOfRangeException(nameof(position), position, "The parent has no such child.");
        }

        var index = FirstChild(parent.Value, childResolution);
        var inPentagon = Digits.IsPentagon(parent.Value);
        for (var r = parent.Resolution + 1; r <= childResolution; r++)
        {
            var below = childResolution - r;
            var (first, other) = (ChildCount(inPentagon, below), ChildCount(false, below));
            if (position >= first)
            {
                var step = (position - first) / other;
                position -= first + (step * other);
                index |= (ulong)(step + (inPentagon ? 2 : 1)) << (45 - (3 * r));
                inPentagon = false;
            }
        }

        return new H3Index(index);
    }

    internal static ulong ParentOf(ulong index, int resolution) =>
        (index & ~(15UL << 52)) | ((ulong)resolution << 52) | Digits.Unused(resolution);

    internal static ulong FirstChild(ulong index, int resolution) =>
        Digits.Compose(resolution, Digits.BaseCell(index), Digits.Used(index, Digits.Resolution(index)));

    internal static long ChildCount(bool pentagon, int levels) =>
        pentagon ? (5 * ((PowersOfSeven[levels] - 1) / 6)) + 1 : PowersOfSeven[levels];

    internal static int DigitAt(ulong index, int resolution) => (int)(index >> (45 - (3 * resolution))) & 7;

    /// <summary>Writes a cell's descendants, ascending.</summary>
    internal static int WriteChildren(ulong cell, int childResolution, Span<H3Index> destination)
    {
        var resolution = Digits.Resolution(cell);
        var child = FirstChild(cell, childResolution);
        destination[0] = new H3Index(child);
        if (resolution == childResolution)
        {
            return 1;
        }

        // Grow the list one resolution at a time, coarsest last: the block written so far is copied with the next digit.
        var pentagon = Digits.IsPentagon(cell);
        var count = 1;
        for (var r = childResolution; r > resolution; r--)
        {
            if (pentagon)
            {
                // Blocks beside the centre one are full hexagons' worth, so they cannot be copied from it.
                break;
            }

            count = RepeatBlock(destination, count, 45 - (3 * r));
        }

        if (pentagon)
        {
            for (var r = childResolution; r > resolution; r--)
            {
                for (var digit = 2UL; digit < 7; digit++)
                {
                    var block = destination[count..];
                    block[0] = new H3Index(child | (digit << (45 - (3 * r))));
                    var size = 1;
                    for (var finer = childResolution; finer > r; finer--)
                    {
                        size = RepeatBlock(block, size, 45 - (3 * finer));
                    }

                    count += size;
                }
            }
        }

        return count;
    }

    private static int RepeatBlock(Span<H3Index> cells, int count, int shift)
    {
        for (var digit = 1; digit < 7; digit++)
        {
            var add = (ulong)digit << shift;
            var from = cells[..count];
            var to = cells.Slice(digit * count, count);
            for (var n = 0; n < from.Length; n++)
            {
                to[n] = new H3Index(from[n].Value | add);
            }
        }

        return 7 * count;
    }

    private static void CheckChildren(H3Index cell, int childResolution)
    {
        CheckCell(cell);
        CheckResolution(childResolution, nameof(childResolution));
        if (childResolution < cell.Resolution)
        {
            throw new ArgumentOutOfRangeException(nameof(childResolution), childResolution, "A child is not coarser than its parent.");
        }
    }
}
