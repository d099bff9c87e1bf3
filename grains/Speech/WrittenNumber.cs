using System.Globalization;

namespace Burgernet.Grains.Speech;

/// <summary>A number as it was written. Pure.</summary>
/// <param name="Whole">Before the decimals.</param>
/// <param name="Fraction">The decimals as digits; empty for none.</param>
internal readonly record struct WrittenNumber(long Whole, string Fraction)
{
    private const int MostDigits = 12;

    /// <summary>Reads digits with marks between them: <c>1.250,50</c> in Dutch, <c>1,250.50</c> in English; a mark that cannot part thousands parts decimals.</summary>
    /// <returns>The number; null where the text is none, begins with zeros, or is longer than twelve digits.</returns>
    public static WrittenNumber? Parse(string text, SpeechLanguage language)
    {
        var thousands = language.ThousandsMark;
        var marks = text.Where(c => !char.IsAsciiDigit(c)).ToArray();
        var last = text.LastIndexOfAny(['.', ',']);
        var groups = text.Split('.', ',');
        var grouped =
            marks.Length > 0
            && groups[0].Length is >= 1 and <= 3
            && groups[0][0] != '0'
            && marks.SkipLast(1).All(mark => mark == thousands)
            && groups[1..^1].All(group => group.Length == 3);
        return marks.Length == 0 ? Of(text, "")
            : grouped && marks[^1] == thousands && groups[^1].Length == 3 ? Of(string.Concat(groups), "")
            : marks.Length == 1 || (grouped && marks[^1] != thousands) ? Of(string.Concat(groups[..^1]), text[(last + 1)..])
            : null;
    }

    /// <summary>What is said.</summary>
    public string Say(SpeechLanguage language) => Fraction.Length == 0 ? language.Cardinal(Whole) : language.Decimal(Whole, Fraction);

    private static WrittenNumber? Of(string whole, string fraction) =>
        whole.Length <= MostDigits && (whole.Length == 1 || whole[0] != '0')
            ? new WrittenNumber(long.Parse(whole, CultureInfo.InvariantCulture), fraction)
            : null;
}
