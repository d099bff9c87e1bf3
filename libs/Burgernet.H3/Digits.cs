using System.Numerics;
using System.Runtime.CompilerServices;
using Burgernet.H3.Tables;

namespace Burgernet.H3;

/// <summary>The fifteen three-bit digits of an index, all at once.</summary>
/// <remarks>A digit's bits are steps along the axes i (4), j (2) and k (1), which lie 120° apart; 7 says "not used".</remarks>
internal static class Digits
{
    internal const ulong All = (1UL << 45) - 1;
    private const ulong LowOnes = All / 7;
    private const ulong Header = 1UL << 59;

    /// <summary>The bits of the digits finer than a resolution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Unused(int resolution) => All >> (3 * resolution);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int BaseCell(ulong index) => (int)(index >> 45) & 127;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Resolution(ulong index) => (int)(index >> 52) & 15;

    /// <summary>The used digits; zeros where the index has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Used(ulong index, int resolution) => index & All & ~Unused(resolution);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Compose(int resolution, int baseCell, ulong used) =>
        Header | ((ulong)resolution << 52) | ((ulong)baseCell << 45) | used | Unused(resolution);

    /// <summary>The coarsest digit that is not 0; 0 where all are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Leading(ulong used)
    {
        // Bits 44–42 hold the digit of resolution 1; 63 − 44 = 19 bits lie above.
        var place = (BitOperations.LeadingZeroCount(used | 1) - 19) / 3;
        return (int)(used >> (42 - (3 * place))) & 7;
    }

    /// <summary>Turns all digits counter-clockwise about the base cell's centre. Zeros stay.</summary>
    /// <param name="used">The digits, with zeros where none are used.</param>
    /// <param name="sixths">Sixths of a turn, 0 to 5.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Turn(ulong used, int sixths)
    {
        if ((sixths & 1) != 0)
        {
            // Half a turn swaps the steps taken for the steps not taken.
            var some = (used | (used >> 1) | (used >> 2)) & LowOnes;
            used ^= some * 7;
        }

        // What is left is a whole number of thirds: the three axes change places.
        return sixths switch
        {
            2 or 5 => ((used >> 1) & (LowOnes * 3)) | ((used << 2) & (LowOnes * 4)),
            4 or 1 => ((used << 1) & (LowOnes * 6)) | ((used >> 2) & LowOnes),
            _ => used,
        };
    }

    /// <summary>Turns one digit counter-clockwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int TurnOne(int digit, int sixths) => (int)Turn((ulong)digit, sixths);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPentagonBase(int baseCell) =>
        ((baseCell < 64 ? BaseCellTable.PentagonsLow >> baseCell : BaseCellTable.PentagonsHigh >> (baseCell - 64)) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPentagon(ulong index) => IsPentagonBase(BaseCell(index)) && Used(index, Resolution(index)) == 0;

    internal static bool IsValid(ulong index)
    {
        // Reserved bits 0, mode 1 (cell).
        if (((index >> 56) & 0xFF) != 8)
        {
            return false;
        }

        var baseCell = BaseCell(index);
        var unused = Unused(Resolution(index));
        var used = index & All & ~unused;
        if (baseCell > 121 || (index & unused) != unused || (used & (used >> 1) & (used >> 2) & LowOnes) != 0)
        {
            return false;
        }

        return !IsPentagonBase(baseCell) || Leading(used) != 1;
    }
}
