using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Dates: <c>12-03-2026</c>, <c>12/3/26</c>, <c>2026-03-12</c>, <c>12 maart 2026</c>, <c>12 mrt.</c>, <c>March 12th, 2026</c>. The day stands before the month, as everywhere in Europe.</summary>
internal static partial class DateRules
{
    /// <summary>A year of two digits above this is of the last century.</summary>
    private const int LastOfThisCentury = 50;

    public static int Say(WrittenText written, int at)
    {
        foreach (var pattern in new[] { Iso(), Figures(), DayFirst(), MonthFirst() })
        {
            var match = pattern.Match(written.Text, at);
            if (match.Success && Read(match, written.Language) is { } said)
            {
                return written.Take(match.Length, said);
            }
        }

        return 0;
    }

    private static string? Read(Match match, SpeechLanguage language)
    {
        var day = Number(match, "d") ?? 0;
        var year = Number(match, "y");
        var month = Number(match, "m") ?? (language.Months.TryGetValue(match.Groups["name"].Value, out var named) ? named : 0);
        if (year is < 100)
        {
            year += year > LastOfThisCentury ? 1900 : 2000;
        }

        // Where no year is said, 29 February may be.
        const int LeapYear = 2000;
        return
            month is >= 1 and <= 12
            && year is null or (>= 1100 and <= 2099)
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year ?? LeapYear, month)
            ? language.Date(day, month, year)
            : null;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\G(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?![\p{L}\p{N}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"\G(?<d>\d{1,2})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d{2})(?![\p{L}\p{N}]|[-/.]\p{N})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"\G(?<d>\d{1,2})(?:st|nd|rd|th)?[ \u00A0](?:of )?(?<name>\p{L}{3,9})(?!\p{L})(?:\.(?=[ \u00A0]?\d))?(?:,?[ \u00A0](?<y>[12]\d{3})(?![\p{L}\p{N}:]|[.,]\d))?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"\G(?<name>\p{L}{3,9})\.?[ \u00A0](?<d>\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}:]|[.,]\d)(?:,?[ \u00A0](?<y>[12]\d{3})(?![\p{L}\p{N}:]|[.,]\d))?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MonthFirst();
}
