using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Burgernet.H3;

/// <summary>The 64-bit number of an H3 cell. Orders by number; reads and writes as lower-case hexadecimal without leading zeros.</summary>
/// <remarks>Any number can be held; <see cref="H3Grid.IsValidCell"/> tells whether it names a cell. The default value is not a cell.</remarks>
/// <param name="Value">The number: mode in bits 59–62, resolution in 52–55, base cell in 45–51, fifteen three-bit digits below.</param>
public readonly record struct H3Index(ulong Value)
    : IComparable<H3Index>,
        ISpanFormattable,
        IUtf8SpanFormattable,
        ISpanParsable<H3Index>,
        IUtf8SpanParsable<H3Index>
{
    /// <summary>The largest number of characters that <see cref="ToString()"/> writes.</summary>
    public const int MaxLength = 16;

    /// <summary>The resolution that the number states, 0 to 15, whether or not it is a cell.</summary>
    public int Resolution => (int)(Value >> 52) & 15;

    /// <summary>Whether the number names a cell.</summary>
    public bool IsValid => Digits.IsValid(Value);

    /// <summary>Whether the left number is below the right one.</summary>
    /// <param name="left">The left number.</param>
    /// <param name="right">The right number.</param>
    public static bool operator <(H3Index left, H3Index right) => left.Value < right.Value;

    /// <summary>Whether the left number is above the right one.</summary>
    /// <param name="left">The left number.</param>
    /// <param name="right">The right number.</param>
    public static bool operator >(H3Index left, H3Index right) => left.Value > right.Value;

    /// <summary>Whether the left number is not above the right one.</summary>
    /// <param name="left">The left number.</param>
    /// <param name="right">The right number.</param>
    public static bool operator <=(H3Index left, H3Index right) => left.Value <= right.Value;

    /// <summary>Whether the left number is not below the right one.</summary>
    /// <param name="left">The left number.</param>
    /// <param name="right">The right number.</param>
    public static bool operator >=(H3Index left, H3Index right) => left.Value >= right.Value;

    /// <summary>Reads 1 to 16 hexadecimal digits.</summary>
    /// <param name="text">The digits, without prefix or white space.</param>
    /// <returns>The number, which need not be a cell.</returns>
    /// <exception cref="FormatException">The text is not a hexadecimal number of 64 bits.</exception>
    public static H3Index Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var index) ? index : throw new FormatException($"'{text}' is not a hexadecimal H3 index.");

    /// <summary>Reads 1 to 16 hexadecimal digits.</summary>
    /// <param name="text">The digits, without prefix or white space.</param>
    /// <returns>The number, which need not be a cell.</returns>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="FormatException">The text is not a hexadecimal number of 64 bits.</exception>
    public static H3Index Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    static H3Index IParsable<H3Index>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static H3Index ISpanParsable<H3Index>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static H3Index IUtf8SpanParsable<H3Index>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParse(utf8Text, out var index)
            ? index
            : throw new FormatException($"'{Encoding.UTF8.GetString(utf8Text)}' is not a hexadecimal H3 index.");

    /// <summary>Reads 1 to 16 hexadecimal digits.</summary>
    /// <param name="text">The digits, without prefix or white space.</param>
    /// <param name="result">The number, which need not be a cell; the default where this returns false.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out H3Index result)
    {
        var ok = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        result = new H3Index(value);
        return ok;
    }

    static bool IParsable<H3Index>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out H3Index result) =>
        TryParse(s.AsSpan(), out result);

    static bool ISpanParsable<H3Index>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out H3Index result) =>
        TryParse(s, out result);

    static bool IUtf8SpanParsable<H3Index>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out H3Index result) =>
        TryParse(utf8Text, out result);

    /// <summary>Reads 1 to 16 hexadecimal digits.</summary>
    /// <param name="utf8Text">The digits, without prefix or white space.</param>
    /// <param name="result">The number, which need not be a cell; the default where this returns false.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out H3Index result)
    {
        var ok = ulong.TryParse(utf8Text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        result = new H3Index(value);
        return ok;
    }

    /// <inheritdoc/>
    public int CompareTo(H3Index other) => Value.CompareTo(other.Value);

    /// <summary>Lower-case hexadecimal without leading zeros, as H3 writes it.</summary>
    public override string ToString() => Value.ToString("x", CultureInfo.InvariantCulture);

    // Hexadecimal has no culture, so the provider is left out of what callers see.
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(string.IsNullOrEmpty(format) ? "x" : format, CultureInfo.InvariantCulture);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, format.IsEmpty ? "x" : format, CultureInfo.InvariantCulture);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => Value.TryFormat(utf8Destination, out bytesWritten, format.IsEmpty ? "x" : format, CultureInfo.InvariantCulture);

    /// <summary>Writes lower-case hexadecimal without leading zeros.</summary>
    /// <param name="destination">Room for <see cref="MaxLength"/> characters always suffices.</param>
    /// <param name="charsWritten">How many characters were written; 0 where this returns false.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        Value.TryFormat(destination, out charsWritten, "x", CultureInfo.InvariantCulture);

    /// <summary>Writes lower-case hexadecimal without leading zeros, as UTF-8.</summary>
    /// <param name="utf8Destination">Room for <see cref="MaxLength"/> bytes always suffices.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 where this returns false.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten) =>
        Value.TryFormat(utf8Destination, out bytesWritten, "x", CultureInfo.InvariantCulture);
}
