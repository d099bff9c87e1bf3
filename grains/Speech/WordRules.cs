using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Abbreviations, web addresses, initials (<c>BMW</c>), and every other word, which stays as it is.</summary>
internal static partial class WordRules
{
    private const string Vowels = "AEIOUYÄËÏÖÜÀÁÈÉÌÍÒÓÙÚ";
    private const int SpelledAlways = 4;

    public static int Say(WrittenText written, int at)
    {
        var language = written.Language;
        if (Web().Match(written.Text, at) is { Success: true } web)
        {
            return written.Take(web.Length, string.Join($" {language.Dot} ", web.Value.Split('.').Select(WebPart)));
        }

        if (Abbreviation(written, at) is > 0 and var taken)
        {
            return taken;
        }

        var word = Word().Match(written.Text, at);
        if (!word.Success)
        {
            return 0;
        }

        foreach (var run in Runs().Matches(word.Value).Select(match => match.Value))
        {
            written.Words.Say(Part(run, written));
        }

        return word.Length;
    }

    private static int Abbreviation(WrittenText written, int at)
    {
        var match = Abbreviated().Match(written.Text, at);
        if (!match.Success || !written.Language.Abbreviations.TryGetValue(match.Groups["short"].Value, out var said))
        {
            return 0;
        }

        var dotted = match.Groups["dot"].Success;
        var key = match.Groups["short"].Value;
        if (!dotted && written.Language.OnlyWithDot.Contains(key))
        {
            return 0;
        }

        // "No. 12" is a number, "No." is not.
        if (key.Equals("no", StringComparison.OrdinalIgnoreCase) && !written.Text.AsSpan(at + match.Length).TrimStart().StartsWithDigit())
        {
            return 0;
        }

        return written.Take(match.Length, said);
    }

    private static bool StartsWithDigit(this ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiDigit(text[0]);

    private static string Part(string run, WrittenText written)
    {
        if (char.IsAsciiDigit(run[0]))
        {
            return WrittenNumber.Parse(run, written.Language) is { } number && run.Length <= SpelledAlways
                ? number.Say(written.Language)
                : written.Language.Digits(run);
        }

        var capitals = run.All(char.IsUpper);
        var initials =
            capitals
            && run.Length is > 1 and <= 5
            && !written.Language.SaidAsWord.Contains(run)
            && (!run.Any(letter => Vowels.Contains(letter, StringComparison.Ordinal)) || (!written.Shouts && run.Length <= SpelledAlways));
        return initials ? NumberRules.Letters(run)
            : capitals && run.Length > 1 ? run.ToLowerInvariant()
            : run;
    }

    private static string WebPart(string part) => part is "www" or "nl" or "eu" ? NumberRules.Letters(part) : part.Replace('-', ' ');

    [GeneratedRegex(
        @"\G(?:[\p{L}\p{N}-]{2,63}\.){1,4}(?:nl|com|org|eu|net)(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Web();

    [GeneratedRegex(
        @"\G(?<short>\p{L}{1,6}(?:[./]\p{L}{1,3}){0,3})(?<dot>\.)?(?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Abbreviated();

    [GeneratedRegex(@"\G[\p{L}\p{N}]+(?:['’]\p{L}+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+|[^\d]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
