using System.Globalization;

namespace Burgernet.Practice;

/// <summary>The one block of numbers that practice participants have: <c>+31 99 000 00 00</c> to <c>+31 99 999 99 99</c>, ten million.</summary>
/// <remarks>
/// Why this block. Published tables of the Dutch plan (the ministry's Nummerplan telefoon- en ISDN-diensten, BWBR0010198, issued by ACM) name
/// of the 09 range only 0900, 0906 and 0909 (information), 091 (location-independent) and 097 (machine-to-machine): 099 has no destination.
/// libphonenumber (metadata 9.0.43) finds no valid number in it and gives it no type, so software that checks numbers refuses it on a live
/// trunk; and a public network that were asked to route it all the same has nobody to ring. It has the length of a Dutch subscriber's number
/// (nine digits after +31), so storage, masking and forms treat it alike, and no single mistyped digit makes a mobile or geographic one of it.
/// </remarks>
public static class PracticeNumbers
{
    /// <summary>What each practice number begins with, in E.164 form with the plus sign.</summary>
    public const string Prefix = "+3199";

    /// <summary>How many numbers there are; indices run from 0 to this minus one.</summary>
    public const int Count = 10_000_000;

    /// <summary>Length of a practice number in characters, the plus sign included.</summary>
    public const int Length = 12;

    private const int SubscriberDigits = 7;

    /// <summary>The number at an index, E.164.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index lies outside the block.</exception>
    public static string Format(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return string.Create(
            Length,
            index,
            static (span, value) =>
            {
                Prefix.CopyTo(span);
                _ = value.TryFormat(span[Prefix.Length..], out _, "D7", CultureInfo.InvariantCulture);
            }
        );
    }

    /// <summary>The index of a practice number; exactly the form of <see cref="Format"/>, no other spelling.</summary>
    /// <param name="number">An E.164 number with the plus sign.</param>
    /// <param name="index">0 to <see cref="Count"/> − 1 when it is one, otherwise −1.</param>
    public static bool TryGetIndex(ReadOnlySpan<char> number, out int index)
    {
        index = -1;
        if (number.Length != Length || !number.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var value = 0;
        foreach (var digit in number[^SubscriberDigits..])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        index = value;
        return true;
    }

    /// <summary>Whether a number lies in the block.</summary>
    /// <param name="number">An E.164 number with the plus sign; null is none.</param>
    public static bool IsPractice(string? number) => TryGetIndex(number, out _);
}
