using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Postcodes, roads, ordinals, ranges, house numbers, years and every other number.</summary>
internal static partial class NumberRules
{
    private const int LongestCardinal = 9;

    public static int Say(WrittenText written, int at)
    {
        var language = written.Language;
        if (
            Postcode().Match(written.Text, at) is { Success: true } code
            && !(written.Shouts && code.Value.Contains(' ', StringComparison.Ordinal))
        )
        {
            return written.Take(code.Length, $"{language.Digits(code.Value[..4])}, {Letters(code.Value[^2..])}");
        }

        if (Road().Match(written.Text, at) is { Success: true } road)
        {
            return written.Take(
                road.Length,
                $"{road.Value[0]}, {language.Cardinal(long.Parse(road.Value[1..], CultureInfo.InvariantCulture))}"
            );
        }

        if (Ordinal().Match(written.Text, at) is { Success: true } ordinal && language.IsOrdinalEnding(ordinal.Groups["end"].Value))
        {
            var place = int.Parse(ordinal.Groups["n"].Value, CultureInfo.InvariantCulture);
            return place == 0 ? 0 : written.Take(ordinal.Length, language.Ordinal(place));
        }

        if (Range().Match(written.Text, at) is { Success: true } range)
        {
            var (from, to) = (House(range.Groups["a"].Value, language), House(range.Groups["b"].Value, language));
            return written.Take(range.Length, $"{from} {language.Through} {to}");
        }

        if (Addressed().Match(written.Text, at) is { Success: true } house)
        {
            return written.Take(house.Length, House(house.Value, language));
        }

        var number = Number().Match(written.Text, at);
        return number.Success ? written.Take(number.Length, Plain(number.Value, written)) : 0;
    }

    /// <summary>Letters by their names; the pause keeps an engine from taking one for a word.</summary>
    public static string Letters(string letters) => string.Join(", ", letters.Select(letter => char.ToUpperInvariant(letter)));

    private static string Plain(string text, WrittenText written)
    {
        var language = written.Language;
        return text is [(>= '1' and <= '2'), _, _, _]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1100 and < 2100
            && language.IsYearAfter(written.Words.LastWord)
                ? language.Year(year)
            : WrittenNumber.Parse(text, language) is { } number && text.Length <= LongestCardinal + 3 ? number.Say(language)
            : language.Digits(string.Concat(text.Where(char.IsAsciiDigit)));
    }

    private static string House(string text, SpeechLanguage language)
    {
        var digits = text.TrimEnd([.. text.Where(char.IsLetter)]);
        var number = language.Cardinal(long.Parse(digits, CultureInfo.InvariantCulture));
        return digits.Length == text.Length ? number : $"{number} {char.ToUpperInvariant(text[^1])}";
    }

    [GeneratedRegex(
        @"\G[1-9]\d{3}[ \u00A0]?(?!S[ADS])[A-Z]{2}(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\G[AENRS][1-9]\d{0,2}(?![\p{L}\p{N}]|-\p{L})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Road();

    [GeneratedRegex(
        @"\G(?<n>\d{1,3})(?<end>e|de|ste|st|nd|rd|th)(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ordinal();

    [GeneratedRegex(
        @"\G(?<a>[1-9]\d{0,4}[a-zA-Z]?)[ \u00A0]?[-–][ \u00A0]?(?<b>[1-9]\d{0,4}[a-zA-Z]?)(?![\p{L}\p{N}]|[-–:]\p{N}|[.,]\d)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Range();

    [GeneratedRegex(@"\G[1-9]\d{0,4}[a-zA-Z](?![\p{L}\p{N}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"\G\d+(?:[.,]\d+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
