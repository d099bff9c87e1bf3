using System.Buffers;

namespace Burgernet.H3.Grid;

/// <summary>The cells at some steps from a cell.</summary>
internal static class Ring
{
    /// <summary>Writes a ring.</summary>
    /// <param name="origin">A valid cell.</param>
    /// <param name="k">Steps.</param>
    /// <param name="cells">Room for the largest ring.</param>
    /// <returns>How many cells there are.</returns>
    internal static int Write(ulong origin, int k, Span<ulong> cells)
    {
        if (k == 0)
        {
            cells[0] = origin;
            return 1;
        }

        var count = HasPentagonNear(origin, k) ? -1 : Disk.WalkRing(origin, k, cells);
        if (count >= 0)
        {
            return count;
        }

        // A pentagon within takes a sixth out of the rings about it: look at the whole disk.
        var room = (int)((3L * k * (k + 1)) + 1);
        var disk = ArrayPool<ulong>.Shared.Rent(room);
        var distances = ArrayPool<int>.Shared.Rent(room);
        var size = Disk.Write(origin, k, disk.AsSpan(0, room), distances.AsSpan(0, room));
        var first = distances.AsSpan(0, size).IndexOf(k);
        count = first < 0 ? 0 : size - first;
        disk.AsSpan(size - count, count).CopyTo(cells);
        ArrayPool<ulong>.Shared.Return(disk);
        ArrayPool<int>.Shared.Return(distances);
        return count;
    }

    /// <summary>Whether a pentagon may lie within some steps. The nearest one is a vertex of the cell's own face.</summary>
    private static bool HasPentagonNear(ulong origin, int k)
    {
        var resolution = Digits.Resolution(origin);
        var at = Projection.Decode(origin);

        // In steps of the even resolution, of which an odd one's are √7 long.
        var reach = (resolution & 1) == 0 ? k : 3L * k;
        var vertex = FaceAddress.Limit((resolution + 1) & ~1);
        return Apart(at.A - vertex, at.B) <= reach || Apart(at.A, at.B - vertex) <= reach || Apart(at.A + vertex, at.B + vertex) <= reach;
    }

    private static int Apart(int a, int b) => Math.Max(Math.Max(Math.Abs(a), Math.Abs(b)), Math.Abs(a - b));
}
