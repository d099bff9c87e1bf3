using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What somebody means by a text message. Pure.</summary>
/// <remarks>
/// To leave, or to be told what this is, the word must be the whole message: "Stop! Daar loopt hij" is a tip, and nobody leaves by mistake. To ask for
/// help it may be the first word, for whoever is in need does not count words, and a tip that is read too early harms nobody. HELP is no question for
/// information, as it is with some services abroad: in a message to a control room it means what it says.
/// </remarks>
internal static class SmsKeywords
{
    private const string Service = "BURGERNET";

    private static readonly FrozenSet<string> Stops = FrozenSet.ToFrozenSet(
        [
            "STOP",
            "STOPALL",
            "STOP ALL",
            "STOP ALLES",
            "STOPPEN",
            "AFMELDEN",
            "AFMELDING",
            "MELD AF",
            "MELD MIJ AF",
            "IK WIL STOPPEN",
            "UITSCHRIJVEN",
            "OPZEGGEN",
            "UNSUBSCRIBE",
            "OPT OUT",
            "OPTOUT",
            "QUIT",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Questions = FrozenSet.ToFrozenSet(
        ["INFO", "INFORMATIE", "INFORMATION", "UITLEG", "WAT IS DIT", "WIE IS DIT", "WHAT IS THIS", "WHO IS THIS"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> Cries = FrozenSet.ToFrozenSet(
        ["HULP", "HELP", "SOS", "NOOD", "NOODGEVAL", "EMERGENCY", "112"],
        StringComparer.Ordinal
    );

    /// <summary>What it means.</summary>
    /// <param name="text">The whole message.</param>
    public static SmsMeaning Of(string text)
    {
        var words = Words(text);
        if (words.Length == 0)
        {
            return IsBlank(text) ? SmsMeaning.Empty : SmsMeaning.Tip;
        }

        var whole = words.EndsWith($" {Service}", StringComparison.Ordinal) ? words[..^(Service.Length + 1)] : words;
        return Stops.Contains(whole) ? SmsMeaning.Stop
            : Questions.Contains(whole) ? SmsMeaning.Info
            : Cries.Contains(words.Split(' ', 2)[0]) ? SmsMeaning.Help
            : SmsMeaning.Tip;
    }

    /// <summary>The letters and digits of a text in capitals without accents; whatever stands between them is one space, and around them nothing.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToUpperInvariant(character));
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>Whether there is nothing to see in a text: an emoji is something.</summary>
    private static bool IsBlank(string text) =>
        text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.IsPunctuation(rune));

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate: it cannot be normalised, and is no letter either.
            return text;
        }
    }
}
