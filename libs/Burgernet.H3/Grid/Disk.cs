namespace Burgernet.H3.Grid;

/// <summary>The cells within some steps of a cell.</summary>
internal static class Disk
{
    /// <summary>Writes a disk ring by ring.</summary>
    /// <param name="origin">A valid cell.</param>
    /// <param name="k">Steps.</param>
    /// <param name="cells">Room for the largest disk.</param>
    /// <param name="distances">Takes each cell's steps, or is empty.</param>
    /// <returns>How many cells there are.</returns>
    internal static int Write(ulong origin, int k, Span<ulong> cells, Span<int> distances)
    {
        if (!Walk(origin, k, cells))
        {
            return Flood(origin, k, cells, distances);
        }

        var count = (3 * k * (k + 1)) + 1;
        if (!distances.IsEmpty)
        {
            distances[0] = 0;
            for (var (step, n) = (1, 1); step <= k; n += 6 * step, step++)
            {
                distances.Slice(n, 6 * step).Fill(step);
            }
        }

        return count;
    }

    /// <summary>Writes the cells at exactly some steps from a cell.</summary>
    /// <param name="origin">A valid cell.</param>
    /// <param name="k">Steps, 1 or more.</param>
    /// <param name="cells">Room for the largest ring, 6k.</param>
    /// <returns>How many there are, or −1 where a pentagon is near.</returns>
    internal static int WalkRing(ulong origin, int k, Span<ulong> cells)
    {
        // A pentagon that lies within the ring bends it, and is only met by looking inside: the disk tells.
        var walker = new Walker(origin);
        if (Digits.IsPentagonBase(Digits.BaseCell(origin)))
        {
            return -1;
        }

        for (var step = 0; step < k; step++)
        {
            if (!walker.Step(0))
            {
                return -1;
            }
        }

        var count = 0;
        for (var side = 2; side < 8; side++)
        {
            for (var step = 0; step < k; step++)
            {
                cells[count++] = walker.Cell;
                if (!walker.Step(side % 6))
                {
                    return -1;
                }
            }
        }

        return walker.Cell == cells[0] ? count : -1;
    }

    private static bool Walk(ulong origin, int k, Span<ulong> cells)
    {
        if (Digits.IsPentagonBase(Digits.BaseCell(origin)))
        {
            return false;
        }

        cells[0] = origin;
        var walker = new Walker(origin);
        var count = 1;
        for (var ring = 1; ring <= k; ring++)
        {
            if (!walker.Step(0))
            {
                return false;
            }

            for (var side = 2; side < 8; side++)
            {
                var sixth = side < 6 ? side : side - 6;
                for (var step = 0; step < ring; step++)
                {
                    cells[count++] = walker.Cell;
                    if (!walker.Step(sixth))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Ring by ring over the neighbours of the ring before: right about pentagons too.</summary>
    private static int Flood(ulong origin, int k, Span<ulong> cells, Span<int> distances)
    {
        Span<ulong> around = stackalloc ulong[6];
        using var seen = new CellSet((int)Math.Min(cells.Length, (3L * k * (k + 1)) + 1));
        cells[0] = origin;
        seen.Add(origin);
        if (!distances.IsEmpty)
        {
            distances[0] = 0;
        }

        var (start, count) = (0, 1);
        for (var step = 1; step <= k && start < count; step++)
        {
            var end = count;
            for (var n = start; n < end; n++)
            {
                foreach (var next in around[..Neighbours.Write(cells[n], around)])
                {
                    if (seen.Add(next))
                    {
                        if (!distances.IsEmpty)
                        {
                            distances[count] = step;
                        }

                        cells[count++] = next;
                    }
                }
            }

            start = end;
        }

        return count;
    }
}
