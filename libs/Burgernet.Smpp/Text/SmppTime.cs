using System.Globalization;

namespace Burgernet.Smpp.Text;

/// <summary>A time as SMPP writes it, SMPP 3.4 §7.1.1: <c>YYMMDDhhmmsstnnp</c>, absolute with its distance from UTC, or relative to the SMSC's clock.</summary>
public readonly record struct SmppTime
{
    /// <summary>Octets of a time, without the ending zero.</summary>
    public const int Length = 16;

    private const int Century = 2000;
    private const int QuarterMinutes = 15;
    private static readonly TimeSpan LongestOffset = TimeSpan.FromHours(12);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365 * 99);

    private readonly DateTimeOffset _at;
    private readonly TimeSpan _after;
    private readonly Kind _kind;

    private SmppTime(Kind kind, DateTimeOffset at, TimeSpan after) => (_kind, _at, _after) = (kind, at, after);

    private enum Kind : byte
    {
        None,
        Absolute,
        Relative,
    }

    /// <summary>Whether there is none: the field is empty, and the SMSC's default holds.</summary>
    public bool IsNone => _kind == Kind.None;

    /// <summary>Whether it counts from when the SMSC takes the message. Needs no clock of ours to be right.</summary>
    public bool IsRelative => _kind == Kind.Relative;

    /// <summary>An instant; written in tenths of a second and UTC.</summary>
    public static SmppTime At(DateTimeOffset instant) => new(Kind.Absolute, instant, default);

    /// <summary>So long after the SMSC takes the message; written in whole seconds, rounded up.</summary>
    /// <param name="duration">Above zero, at most 99 years of 365 days. Years and months of other lengths are never written: days reach 99, then months of 30 days and years of 365.</param>
    public static SmppTime After(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, Longest);
        return new(Kind.Relative, default, TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds)));
    }

    /// <summary>The instant that it means.</summary>
    /// <param name="taken">When the SMSC took the message, for a relative one.</param>
    public DateTimeOffset Resolve(DateTimeOffset taken) => IsRelative ? taken + _after : _at;

    /// <summary>Reads one; an empty field is none.</summary>
    /// <param name="text">Octets without the ending zero.</param>
    /// <param name="time">What it means.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out SmppTime time)
    {
        time = default;
        if (text.IsEmpty)
        {
            return true;
        }

        Span<int> pairs = stackalloc int[6];
        if (text.Length != Length || !TryPairs(text, pairs) || !char.IsAsciiDigit((char)text[12]) || !TryPair(text[13..], out var quarters))
        {
            return false;
        }

        switch (text[15])
        {
            case (byte)'R':
                // §7.1.1.2: tenth and distance are zero; months and years are taken for 30 and 365 days.
                var days = (pairs[0] * 365) + (pairs[1] * 30) + pairs[2];
                time = new(Kind.Relative, default, new TimeSpan(days, pairs[3], pairs[4], pairs[5]));
                return true;
            case (byte)'+':
            case (byte)'-':
                return TryAbsolute(pairs, text[12] - '0', text[15] == '-' ? -quarters : quarters, out time);
            default:
                return false;
        }
    }

    /// <summary>Writes it, without an ending zero.</summary>
    /// <param name="destination">Room for sixteen octets.</param>
    /// <returns>Octets written; 0 for none.</returns>
    public int Write(Span<byte> destination)
    {
        switch (_kind)
        {
            case Kind.Absolute:
                var utc = _at.ToUniversalTime();
                Pairs(destination, utc.Year % 100, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second);
                destination[12] = (byte)('0' + (utc.Millisecond / 100));
                "00+"u8.CopyTo(destination[13..]);
                return Length;
            case Kind.Relative:
                var (years, rest) = _after.Days <= 99 ? (0, _after.Days) : Math.DivRem(_after.Days, 365);
                var (months, days) = rest <= 99 ? (0, rest) : Math.DivRem(rest, 30);
                Pairs(destination, years, months, days, _after.Hours, _after.Minutes, _after.Seconds);
                "000R"u8.CopyTo(destination[12..]);
                return Length;
            default:
                return 0;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        _kind switch
        {
            Kind.Absolute => _at.ToString("yyyy-MM-dd HH:mm:ss.f zzz", CultureInfo.InvariantCulture),
            Kind.Relative => $"after {_after:c}",
            _ => "",
        };

    private static bool TryAbsolute(ReadOnlySpan<int> pairs, int tenth, int quarters, out SmppTime time)
    {
        time = default;
        var offset = TimeSpan.FromMinutes(quarters * QuarterMinutes);
        if (
            pairs[1] is < 1 or > 12
            || pairs[2] < 1
            || pairs[2] > DateTime.DaysInMonth(Century + pairs[0], pairs[1])
            || pairs[3] > 23
            || pairs[4] > 59
            || pairs[5] > 59
            || offset.Duration() > LongestOffset
        )
        {
            return false;
        }

        var at = new DateTimeOffset(Century + pairs[0], pairs[1], pairs[2], pairs[3], pairs[4], pairs[5], tenth * 100, offset);
        time = new(Kind.Absolute, at, default);
        return true;
    }

    private static bool TryPairs(ReadOnlySpan<byte> text, Span<int> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (!TryPair(text[(i * 2)..], out pairs[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryPair(ReadOnlySpan<byte> text, out int pair)
    {
        pair = ((text[0] - '0') * 10) + text[1] - '0';
        return char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1]);
    }

    private static void Pairs(Span<byte> destination, params ReadOnlySpan<int> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            destination[i * 2] = (byte)('0' + (pairs[i] / 10));
            destination[(i * 2) + 1] = (byte)('0' + (pairs[i] % 10));
        }
    }
}
