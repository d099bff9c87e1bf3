using System.Globalization;
using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Heights, ages, and numbers with a unit: <c>1.80 m</c>, <c>1m80</c>, <c>7-jarige</c>, <c>2,5 km</c>, <c>50 km/u</c>, <c>5'11"</c>.</summary>
internal static partial class MeasureRules
{
    public static int Say(WrittenText written, int at) =>
        Height(written, at) is > 0 and var height ? height
        : Age(written, at) is > 0 and var age ? age
        : Unit(written, at);

    private static int Height(WrittenText written, int at)
    {
        var match = Tall().Match(written.Text, at);
        if (match.Success)
        {
            return written.Take(match.Length, written.Language.Metres(Figure(match, "m"), Figure(match, "c")));
        }

        match = Feet().Match(written.Text, at);
        return match.Success
            ? written.Take(
                match.Length,
                $"{written.Language.Cardinal(Figure(match, "f"))} foot {written.Language.Cardinal(Figure(match, "i"))}"
            )
            : 0;
    }

    private static int Age(WrittenText written, int at)
    {
        var match = Years().Match(written.Text, at);
        var said = match.Success
            ? written.Language.Aged(Figure(match, "n"), match.Groups["end"].Value.TrimStart('-').Replace(' ', '-'))
            : null;
        return said is null ? 0 : written.Take(match.Length, said);
    }

    private static int Unit(WrittenText written, int at)
    {
        var match = Measured().Match(written.Text, at);
        if (
            !match.Success
            || !written.Language.Units.TryGetValue(match.Groups["u"].Value, out var unit)
            || WrittenNumber.Parse(match.Groups["n"].Value, written.Language) is not { } number
        )
        {
            return 0;
        }

        var end = at + match.Length;
        var dot = IsOfAbbreviation(written.Text, end) ? 1 : 0;
        var name = number is { Whole: 1, Fraction: "" } ? unit.One : unit.Many;
        return written.Take(match.Length + dot, $"{number.Say(written.Language)} {name}");
    }

    /// <summary>Whether a dot belongs to the abbreviation before it: the sentence goes on.</summary>
    private static bool IsOfAbbreviation(string text, int at)
    {
        if (at >= text.Length || text[at] != '.')
        {
            return false;
        }

        var next = text.AsSpan(at + 1).TrimStart();
        return next.Length > 0 && (char.IsLower(next[0]) || char.IsDigit(next[0]) || next[0] is ',' or ';' or ')');
    }

    private static int Figure(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\G(?<m>[0-2])(?:[.,](?<c>\d{2})[ \u00A0]?(?:m|meter|metres?|meters)|[ \u00A0]?m[ \u00A0]?(?<c>\d{2}))(?![\p{L}\p{N}/²])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tall();

    [GeneratedRegex(
        "\\G(?<f>[3-7])['’](?<i>\\d{1,2})(?:[\"”]|'')?(?![\\p{L}\\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Feet();

    [GeneratedRegex(
        @"\G(?<n>\d{1,3})(?<end>-?jarigen?|-?jarig|[- ]year[- ]olds?)(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Years();

    [GeneratedRegex(
        @"\G(?<n>\d+(?:[.,]\d+)*)[ \u00A0]?(?<u>°C|°|%|km/[uh]|m²|\p{L}{1,4})(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Measured();
}
