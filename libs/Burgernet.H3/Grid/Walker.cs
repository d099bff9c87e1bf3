using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Burgernet.H3.Tables;

namespace Burgernet.H3.Grid;

/// <summary>Walks from cell to cell by their digits, keeping its heading where base cells' frames differ.</summary>
/// <remarks>Directions are digits: 4 is 0°, 6 60°, 2 120°, 3 180°, 1 240°, 5 300° in the frame of the cell where the walk began.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct Walker
{
    private readonly int _finestShift;
    private readonly int _finestTable;
    private int _turned;

    internal Walker(ulong cell)
    {
        Cell = cell;
        var resolution = Digits.Resolution(cell);
        _finestShift = 45 - (3 * resolution);
        _finestTable = 64 * (resolution & 1);
    }

    /// <summary>Where the walk is.</summary>
    internal ulong Cell { get; private set; }

    /// <summary>The directions counter-clockwise from 0°, twice around.</summary>
    private static ReadOnlySpan<byte> Ring => [4, 6, 2, 3, 1, 5, 4, 6, 2, 3, 1, 5];

    /// <summary>Steps to the neighbour in a direction.</summary>
    /// <param name="sixth">The direction, sixths of a turn from 0°, 0 to 5.</param>
    /// <returns>False, and the walk is over, where the step enters or leaves a pentagon's base cell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Step(int sixth)
    {
        ref var carry = ref MemoryMarshal.GetReference(StepTable.Carry);
        int direction = Unsafe.Add(ref MemoryMarshal.GetReference(Ring), sixth + _turned);
        var (cell, shift, table) = (Cell, _finestShift, _finestTable);
        while (shift < 45)
        {
            var digit = (int)(cell >> shift) & 7;
            int entry = Unsafe.Add(ref carry, table + (8 * digit) + direction);
            cell ^= (ulong)(uint)(digit ^ (entry & 7)) << shift;
            direction = entry >> 3;
            if (direction == 0)
            {
                Cell = cell;
                return true;
            }

            shift += 3;
            table ^= 64;
        }

        return Leave(cell, direction);
    }

    private bool Leave(ulong cell, int direction)
    {
        int entry = StepTable.Beyond[(8 * Digits.BaseCell(cell)) + direction];
        if (entry == 255)
        {
            return false;
        }

        var resolution = Digits.Resolution(cell);
        var turns = entry >> 8;
        _turned = (_turned + turns) % 6;
        Cell = Digits.Compose(resolution, entry & 127, Digits.Turn(Digits.Used(cell, resolution), turns));
        return true;
    }
}
