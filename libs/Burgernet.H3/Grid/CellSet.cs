using System.Buffers;

namespace Burgernet.H3.Grid;

/// <summary>A set of cell numbers in rented room.</summary>
internal ref struct CellSet
{
    private readonly int _shift;
    private readonly ulong[] _slots;

    /// <summary>A set that stays at most half full.</summary>
    /// <param name="most">The most members it will have.</param>
    internal CellSet(int most)
    {
        var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount((2UL * (uint)most) + 15);
        _shift = 64 - bits;
        _slots = ArrayPool<ulong>.Shared.Rent(1 << bits);
        _slots.AsSpan(0, 1 << bits).Clear();
    }

    /// <summary>Adds a number that is not 0.</summary>
    /// <returns>Whether it was not in the set.</returns>
    internal readonly bool Add(ulong cell)
    {
        ref var slot = ref Find(cell);
        if (slot == cell)
        {
            return false;
        }

        slot = cell;
        return true;
    }

    internal readonly bool Contains(ulong cell) => Find(cell) == cell;

    internal readonly void Dispose() => ArrayPool<ulong>.Shared.Return(_slots);

    private readonly ref ulong Find(ulong cell)
    {
        var at = (cell * 0x9E37_79B9_7F4A_7C15) >> _shift;
        var mask = (1UL << (64 - _shift)) - 1;
        while (_slots[at] != 0 && _slots[at] != cell)
        {
            at = (at + 1) & mask;
        }

        return ref _slots[at];
    }
}
