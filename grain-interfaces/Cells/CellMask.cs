using System.Numerics;

namespace Burgernet.Cells;

/// <summary>Some of the 343 cells of a region, a bit for each. Immutable.</summary>
/// <remarks>A cell's slot is its three last digits as a number to the base of 7. The cells of a region are those below it in H3's hierarchy.</remarks>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.cell-mask")]
public sealed class CellMask
{
    /// <summary>Resolution of the cells that hold subscriptions.</summary>
    public const int CellResolution = 8;

    /// <summary>Resolution of the regions that know which cells are populated.</summary>
    public const int RegionResolution = 5;

    /// <summary>How many slots a region has: 7³.</summary>
    public const int Slots = 343;

    // H3 index: a nibble for the resolution at bit 52; three bits for the digit of resolution r at bit 45 - 3r, all ones where there is none.
    private const int ResolutionShift = 52;
    private const int LastDigitShift = 45 - (3 * CellResolution);
    private const ulong LastDigits = 0x1FFUL << LastDigitShift;

    [Id(0)]
    private readonly ulong[] _bits;

    private CellMask(ulong[] bits) => _bits = bits;

    /// <summary>No cell.</summary>
    public static CellMask None { get; } = new(new ulong[(Slots + 63) / 64]);

    /// <summary>How many cells it holds.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in _bits)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    /// <summary>Whether it holds none.</summary>
    public bool IsEmpty => !_bits.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The slot of a cell in its region, 0 to 342.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    public static int SlotOf(ulong cell)
    {
        var digits = (int)((cell & LastDigits) >> LastDigitShift);
        return ((((digits >> 6) * 7) + ((digits >> 3) & 7)) * 7) + (digits & 7);
    }

    /// <summary>The cell of a region at a slot.</summary>
    /// <param name="region">H3 cell, resolution 5.</param>
    /// <param name="slot">0 to 342.</param>
    public static ulong CellAt(ulong region, int slot)
    {
        var digits = (ulong)(((slot / 49) << 6) | (slot / 7 % 7 << 3) | (slot % 7));
        return (region & ~((15UL << ResolutionShift) | LastDigits))
            | ((ulong)CellResolution << ResolutionShift)
            | (digits << LastDigitShift);
    }

    /// <summary>The region of a cell.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    public static ulong RegionOf(ulong cell) =>
        (cell & ~(15UL << ResolutionShift)) | ((ulong)RegionResolution << ResolutionShift) | LastDigits;

    /// <summary>From cells.</summary>
    /// <param name="cells">H3 cells of resolution 8, all of one region.</param>
    public static CellMask Of(params ReadOnlySpan<ulong> cells)
    {
        if (cells.IsEmpty)
        {
            return None;
        }

        var bits = new ulong[None._bits.Length];
        foreach (var cell in cells)
        {
            var slot = SlotOf(cell);
            bits[slot >> 6] |= 1UL << (slot & 63);
        }

        return new CellMask(bits);
    }

    /// <summary>Whether it holds the cell at a slot.</summary>
    public bool Holds(int slot) => (_bits[slot >> 6] & (1UL << (slot & 63))) != 0;

    /// <summary>The slots of its cells, ascending.</summary>
    public IEnumerable<int> ToSlots()
    {
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }
}
