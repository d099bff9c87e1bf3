using System.Buffers;
using System.Text;
using Burgernet.Participants;

namespace Burgernet.Grains.Speech;

/// <summary>From a text as a dispatcher writes it to the words that are said. Pure.</summary>
/// <remarks>
/// Everything that people say otherwise than it is written becomes words here, so that no engine guesses: times, dates, numbers, plates. A rule
/// sees the text at the beginning of a word or number; the first that fits takes its part. What no rule is for stays as it is.
/// </remarks>
internal static class SpokenText
{
    private const string Marks = " \t\r\n\u00A0.,;:!?'’‘`´\"“”„«»()-–—…/&+%€°²";

    private static readonly SearchValues<char> Quotes = SearchValues.Create("'’‘`´\"“”„«»");

    /// <summary>Reads a text.</summary>
    /// <param name="text">As it was written, of any length.</param>
    /// <param name="language">In which language it is written and spoken.</param>
    public static SpokenTextReading Read(string text, Language language)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            at++;
            if (!IsSpeakable(rune))
            {
                return new SpokenTextReading("", at, rune.ToString());
            }
        }

        var words = new SpokenWords();
        var written = new WrittenText(text, SpeechLanguage.Of(language), words);
        for (var i = 0; i < text.Length; )
        {
            var taken = WrittenText.BeginsSomething(text[i]) ? written.Say(i) : 0;
            if (taken == 0)
            {
                Mark(text, i, written.Language, words);
                taken = 1;
            }

            i += taken;
        }

        return new SpokenTextReading(words.ToString());
    }

    // Letters of the languages that are written in Latin up to U+017F; a text in another script is not in Dutch or English.
    private static bool IsSpeakable(Rune rune) =>
        rune.IsAscii && Rune.IsLetterOrDigit(rune)
        || rune.Value is >= 0xC0 and <= 0x17F and not (0xD7 or 0xF7)
        || rune.IsBmp && Marks.Contains((char)rune.Value, StringComparison.Ordinal);

    private static void Mark(string text, int at, SpeechLanguage language, SpokenWords words)
    {
        var c = text[at];
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        switch (c)
        {
            case ' ' or '\t' or '\u00A0' or '\r':
                break;
            case '.' or '…' or '\n':
                words.Pause('.');
                break;
            case '!' or '?':
                words.Pause(c);
                break;
            case '-' or '–' when char.IsDigit(before) && char.IsDigit(after):
                words.Say(language.Until);
                break;
            case '-' or '–' when char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after):
                break;
            case '/':
                words.Say(language.Or);
                break;
            case '&':
                words.Say(language.And);
                break;
            case '+':
                words.Say("plus");
                break;
            case '%':
                words.Say(language.Percent);
                break;
            case '€':
                words.Say("euro");
                break;
            case '°':
                words.Say(language.Degrees);
                break;
            case var quote when Quotes.Contains(quote):
                break;
            default:
                words.Pause(',');
                break;
        }
    }
}
