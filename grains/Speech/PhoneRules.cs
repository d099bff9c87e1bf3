using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Phone numbers, digit by digit, in the groups that the Dutch write them in; a Dutch number with its country code is said as it is dialled here.</summary>
internal static partial class PhoneRules
{
    private const string Netherlands = "+31";
    private const int NationalLength = 10;

    // Area codes of three digits (the ministry's numbering plan, BWBR0010198); all others have four. 099 is the practice block.
    private static readonly HashSet<string> ShortAreas = new(StringComparer.Ordinal)
    {
        "010",
        "013",
        "014",
        "015",
        "020",
        "023",
        "024",
        "026",
        "030",
        "033",
        "035",
        "036",
        "038",
        "040",
        "043",
        "045",
        "046",
        "050",
        "053",
        "055",
        "058",
        "070",
        "071",
        "072",
        "073",
        "074",
        "075",
        "076",
        "077",
        "078",
        "079",
        "085",
        "088",
        "099",
    };

    public static int Say(WrittenText written, int at)
    {
        if (Emergency().Match(written.Text, at) is { Success: true } emergency && written.Language.Ringing.Contains(written.Words.LastWord))
        {
            return written.Take(emergency.Length, written.Language.Digits(emergency.Value));
        }

        foreach (var pattern in new[] { WithCountry(), National(), Service() })
        {
            var match = pattern.Match(written.Text, at);
            if (match.Success)
            {
                return written.Take(match.Length, Group(match.Value, written.Language));
            }
        }

        return 0;
    }

    private static string Group(string number, SpeechLanguage language)
    {
        var digits = string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'));
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
        if (digits.StartsWith(Netherlands, StringComparison.Ordinal) && digits.Length is 12 or 13)
        {
            // Some write +31 (0)6.
            digits = "0" + digits[Netherlands.Length..].TrimStart('0');
        }

        var (first, rest) = digits switch
        {
            ['+', ..] => ("", digits[1..]),
            ['0', '6', ..] when digits.Length == NationalLength => (digits[..2], digits[2..]),
            _ when digits.Length != NationalLength => (digits[..4], digits[4..]),
            _ when ShortAreas.Contains(digits[..3]) => (digits[..3], digits[3..]),
            _ => (digits[..4], digits[4..]),
        };
        var groups =
            first.Length == 0
                ? ["plus " + language.Digits(rest[..2]), .. Parts(rest[2..], language)]
                : new[] { language.Digits(first) }.Concat(Parts(rest, language));
        return string.Join(", ", groups);
    }

    /// <summary>Three, then twos; six in threes; the rest in twos, the last of three where they are odd.</summary>
    private static IEnumerable<string> Parts(string digits, SpeechLanguage language)
    {
        var sizes = digits.Length switch
        {
            6 => [3, 3],
            7 => [3, 2, 2],
            _ => Enumerable.Repeat(2, digits.Length / 2).ToArray(),
        };
        if (digits.Length > 1 && digits.Length % 2 == 1 && digits.Length != 7)
        {
            sizes[^1] = 3;
        }

        var at = 0;
        foreach (var size in sizes)
        {
            yield return language.Digits(digits.Substring(at, size));
            at += size;
        }
    }

    [GeneratedRegex(@"\G112(?![\p{L}\p{N}]|[.,:]\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emergency();

    [GeneratedRegex(
        @"\G(?:\+|00)[1-9](?:[ \-.]?(?:\(0\))?[ \-.]?\d){7,14}(?![\p{L}\p{N}]|[.,:]\d)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WithCountry();

    [GeneratedRegex(@"\G0[1-9](?:[ \-.]?\d){8}(?![\p{L}\p{N}]|[.,:]\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex National();

    [GeneratedRegex(
        @"\G0(?:800|900|906|909)[ \-]?\d{2}[ \-]?\d{2}(?![\p{L}\p{N}]|[.,:]\d)|\G14[ \-]?0\d{2,3}(?![\p{L}\p{N}]|[.,:]\d)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Service();
}
