using System.Globalization;
using System.Text;

namespace Burgernet.Smpp.Text;

/// <summary>Another way to write a character, so that seven bits do: curly quotes become straight ones, ë becomes e, a dash becomes a hyphen.</summary>
public static class Transliteration
{
    /// <summary>Writes one character in an alphabet.</summary>
    /// <returns>The character itself where the alphabet has it, else what comes nearest; null where nothing does (emoji, other scripts).</returns>
    public static string? InSevenBits(Rune character, GsmAlphabet alphabet)
    {
        ArgumentNullException.ThrowIfNull(alphabet);
        if (character.IsBmp && alphabet.Septets((char)character.Value) > 0)
        {
            return character.ToString();
        }

        return Special(character.Value) ?? WithoutMarks(character, alphabet);
    }

    private static string? Special(int character) =>
        character switch
        {
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => "'",
            '\u201C' or '\u201D' or '\u201E' or '\u2033' or '«' or '»' => "\"",
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => "-",
            '\u2026' => "...",
            '\u2022' or '\u00B7' => "*",
            '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\t' => " ",
            '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFE0F' or '\uFEFF' or '\u00AD' => "",
            'ç' => "c",
            'ı' => "i",
            'ł' => "l",
            'Ł' => "L",
            'đ' or 'ð' => "d",
            'Đ' or 'Ð' => "D",
            'þ' => "th",
            'Þ' => "Th",
            'œ' => "oe",
            'Œ' => "OE",
            '×' => "x",
            '÷' => "/",
            '©' => "(c)",
            '®' => "(R)",
            '™' => "TM",
            '°' => "o",
            '½' => "1/2",
            '¼' => "1/4",
            '¾' => "3/4",
            '²' => "2",
            '³' => "3",
            '\u0132' => "IJ",
            '\u0133' => "ij",
            _ => null,
        };

    /// <summary>The letter without what stands above or below it.</summary>
    private static string? WithoutMarks(Rune character, GsmAlphabet alphabet)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(character.Value) == UnicodeCategory.NonSpacingMark)
        {
            return "";
        }

        // An unpaired surrogate arrives here as U+FFFD, which has no other way to be written.
        var parts = character.ToString().Normalize(NormalizationForm.FormKD);
        var kept = new StringBuilder(parts.Length);
        foreach (var part in parts)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (alphabet.Septets(part) == 0)
            {
                return null;
            }

            kept.Append(part);
        }

        return kept.ToString();
    }
}
