using System.Text.RegularExpressions;

namespace Burgernet.Grains.Speech;

/// <summary>Number plates, character by character: all Dutch sidecodes with dashes, with spaces or without, and the German and Belgian ones with dashes.</summary>
internal static partial class PlateRules
{
    /// <summary>The sidecodes of the RDW, 1 to 14: L a letter, D a digit.</summary>
    private static readonly string[] Sidecodes =
    [
        "LL-DD-DD",
        "DD-DD-LL",
        "DD-LL-DD",
        "LL-DD-LL",
        "LL-LL-DD",
        "DD-LL-LL",
        "DD-LLL-D",
        "D-LLL-DD",
        "LL-DDD-L",
        "L-DDD-LL",
        "LLL-DD-L",
        "L-DD-LLL",
        "D-LL-DDD",
        "DDD-LL-D",
    ];

    private static readonly HashSet<string> Parted = new(Sidecodes, StringComparer.Ordinal);

    private static readonly HashSet<string> Whole = new(
        // Four digits and two letters in one are a postcode, which is far likelier than a car of 1978.
        Sidecodes.Where(code => code != "DD-DD-LL").Select(code => code.Replace("-", "", StringComparison.Ordinal)),
        StringComparer.Ordinal
    );

    public static int Say(WrittenText written, int at)
    {
        var match = Dutch().Match(written.Text, at);
        if (match.Success && IsDutch(match, written.Shouts))
        {
            return written.Take(match.Length, Spell(match.Value, written.Language));
        }

        match = Foreign().Match(written.Text, at);
        return match.Success ? written.Take(match.Length, Spell(match.Value, written.Language)) : 0;
    }

    /// <summary>Character by character, with a pause after each letter and each group.</summary>
    public static string Spell(string text, SpeechLanguage language)
    {
        var parts = new List<string>();
        foreach (var run in Runs().Matches(text).Select(match => match.Value))
        {
            parts.AddRange(char.IsAsciiDigit(run[0]) ? [language.Digits(run)] : run.Select(language.Spelled));
        }

        return string.Join(", ", parts);
    }

    private static bool IsDutch(Match match, bool shouts)
    {
        var mark = match.Groups["s"].Value;
        var shape = string.Concat(
            match.Value.Select(c =>
                char.IsAsciiDigit(c) ? 'D'
                : char.IsLetter(c) ? 'L'
                : '-'
            )
        );
        return mark switch
        {
            // Small letters between dashes are a plate all the same: "12-abc-3".
            "-" => Parted.Contains(shape),
            _ when match.Value.Any(char.IsLower) => false,
            "" => Whole.Contains(shape),
            _ => !shouts && Parted.Contains(shape),
        };
    }

    [GeneratedRegex(
        @"\G[A-Za-z0-9]{1,3}(?<s>[- ]?)[A-Za-z0-9]{1,3}\k<s>[A-Za-z0-9]{1,3}(?![\p{L}\p{N}]|-[\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Dutch();

    [GeneratedRegex(
        @"\G(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[- ]?\d{1,4}[EH]?|[1-9]-[A-Z]{3}-\d{3}|[A-Z]{3}-\d{3})(?![\p{L}\p{N}]|-[\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\d+|\p{L}+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
