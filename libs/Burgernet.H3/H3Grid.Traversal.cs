using System.Runtime.InteropServices;
using Burgernet.H3.Grid;

namespace Burgernet.H3;

/// <content>Neighbours, disks and rings.</content>
public static partial class H3Grid
{
    /// <summary>The largest k for which <see cref="MaxGridDiskSize"/> fits an array.</summary>
    public const int MaxGridDiskK = 26754;

    /// <summary>How many cells a disk has where no pentagon is near, which is the most.</summary>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static int MaxGridDiskSize(int k)
    {
        CheckSteps(k);
        return (int)((3L * k * (k + 1)) + 1);
    }

    /// <summary>The cells that share a side with a cell, counter-clockwise.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="destination">Takes the cells; room for 6 always suffices.</param>
    /// <returns>6, or a pentagon's 5.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    public static int GetNeighbors(H3Index cell, Span<H3Index> destination)
    {
        CheckCell(cell);
        CheckRoom<H3Index>(destination, Digits.IsPentagon(cell.Value) ? 5 : 6);
        return Neighbours.Write(cell.Value, MemoryMarshal.Cast<H3Index, ulong>(destination));
    }

    /// <summary>Whether two cells of one resolution share a side.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="other">A valid cell.</param>
    /// <exception cref="ArgumentException">An index is not a cell, or the resolutions differ.</exception>
    public static bool AreNeighborCells(H3Index cell, H3Index other)
    {
        CheckSameResolution(cell, other);
        Span<ulong> around = stackalloc ulong[6];
        return around[..Neighbours.Write(cell.Value, around)].Contains(other.Value);
    }

    /// <summary>The cells within k steps of a cell, itself first, then ring by ring.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <param name="destination">Takes the cells; <see cref="MaxGridDiskSize"/> tells the room that always suffices.</param>
    /// <returns>How many were written: fewer than the most where a pentagon is within reach.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static int GridDisk(H3Index cell, int k, Span<H3Index> destination)
    {
        CheckCell(cell);
        CheckRoom<H3Index>(destination, MaxGridDiskSize(k));
        return Disk.Write(cell.Value, k, MemoryMarshal.Cast<H3Index, ulong>(destination), []);
    }

    /// <summary>The cells within k steps of a cell, itself first, then ring by ring.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static H3Index[] GridDisk(H3Index cell, int k)
    {
        var cells = new H3Index[MaxGridDiskSize(k)];
        var count = GridDisk(cell, k, cells);
        return count == cells.Length ? cells : cells[..count];
    }

    /// <summary>The cells within k steps of a cell with their steps, itself first, then ring by ring.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <param name="destination">Takes the cells; <see cref="MaxGridDiskSize"/> tells the room that always suffices.</param>
    /// <param name="distances">Takes each cell's steps, in as much room.</param>
    /// <returns>How many were written: fewer than the most where a pentagon is within reach.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static int GridDiskDistances(H3Index cell, int k, Span<H3Index> destination, Span<int> distances)
    {
        CheckCell(cell);
        CheckRoom<H3Index>(destination, MaxGridDiskSize(k));
        CheckRoom<int>(distances, MaxGridDiskSize(k));
        return Disk.Write(cell.Value, k, MemoryMarshal.Cast<H3Index, ulong>(destination), distances);
    }

    /// <summary>How many cells a ring has where no pentagon is near, which is the most.</summary>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static int MaxGridRingSize(int k)
    {
        CheckSteps(k);
        return k == 0 ? 1 : 6 * k;
    }

    /// <summary>The cells exactly k steps from a cell; about pentagons too, where the ring has gaps.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <param name="destination">Takes the cells; <see cref="MaxGridRingSize"/> tells the room that always suffices.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException">The index is not a cell, or there is too little room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static int GridRing(H3Index cell, int k, Span<H3Index> destination)
    {
        CheckCell(cell);
        CheckRoom<H3Index>(destination, MaxGridRingSize(k));
        return Ring.Write(cell.Value, k, MemoryMarshal.Cast<H3Index, ulong>(destination));
    }

    /// <summary>The cells exactly k steps from a cell; about pentagons too, where the ring has gaps.</summary>
    /// <param name="cell">A valid cell.</param>
    /// <param name="k">Steps, 0 to <see cref="MaxGridDiskK"/>.</param>
    /// <exception cref="ArgumentException">The index is not a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public static H3Index[] GridRing(H3Index cell, int k)
    {
        var cells = new H3Index[MaxGridRingSize(k)];
        var count = GridRing(cell, k, cells);
        return count == cells.Length ? cells : cells[..count];
    }

    /// <summary>How many steps two cells lie apart, any two on the Earth.</summary>
    /// <remarks>The C library gives up far away and across pentagons; this does not.</remarks>
    /// <param name="cell">A valid cell.</param>
    /// <param name="other">A valid cell.</param>
    /// <param name="distance">The steps; 0 where this returns false.</param>
    /// <returns>False where the cells' resolutions differ: they have no distance.</returns>
    /// <exception cref="ArgumentException">An index is not a cell.</exception>
    public static bool TryGridDistance(H3Index cell, H3Index other, out int distance)
    {
        CheckCell(cell);
        CheckCell(other, nameof(other));
        var same = cell.Resolution == other.Resolution;
        distance = same ? GridSight.Distance(cell.Value, other.Value) : 0;
        return same;
    }

    private static void CheckSteps(int k)
    {
        if ((uint)k > MaxGridDiskK)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"Steps are 0 to {MaxGridDiskK}.");
        }
    }

    private static void CheckSameResolution(H3Index cell, H3Index other)
    {
        CheckCell(cell);
        CheckCell(other, nameof(other));
        if (cell.Resolution != other.Resolution)
        {
            throw new ArgumentException($"{other} is not of resolution {cell.Resolution}.", nameof(other));
        }
    }
}
