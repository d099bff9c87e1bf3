using System.Text;

namespace Burgernet.Smpp.Text;

/// <summary>Says what a text costs as SMS before it is sent, and how it could cost less.</summary>
public static class SegmentCounter
{
    /// <summary>Measures a text.</summary>
    /// <param name="text">Text; an unpaired surrogate is counted as it stands.</param>
    /// <param name="options">How texts become SMS; <see cref="SegmentOptions.Default"/> where null.</param>
    public static TextMeasure Measure(string text, SegmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= SegmentOptions.Default;
        var encoding = SegmentCuts.EncodingOf(text, options);
        var (segments, capacity, left) = SegmentCuts.Count(text, encoding, options);
        var forcing = encoding == TextEncoding.Gsm7 ? [] : Forcing(text, options.Alphabet);
        var (offer, offered) = Offer(text, encoding, segments, options);
        return new TextMeasure(encoding, SegmentCuts.Units(text, encoding, options.Alphabet), capacity, segments, forcing, offer, offered)
        {
            UnitsLeft = left,
        };
    }

    private static List<string> Forcing(string text, GsmAlphabet alphabet)
    {
        var seen = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                (!rune.IsBmp || alphabet.Septets((char)rune.Value) == 0)
                && rune.ToString() is var found
                && !seen.Contains(found, StringComparer.Ordinal)
            )
            {
                seen.Add(found);
            }
        }

        return seen;
    }

    private static (string? Text, int Segments) Offer(string text, TextEncoding encoding, int segments, SegmentOptions options)
    {
        if (encoding == TextEncoding.Gsm7)
        {
            return (null, 0);
        }

        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Transliteration.InSevenBits(rune, options.Alphabet) is not { } replacement)
            {
                return (null, 0);
            }

            written.Append(replacement);
        }

        var offer = written.ToString();
        var (offered, _, _) = SegmentCuts.Count(offer, TextEncoding.Gsm7, options);
        return offered < segments ? (offer, offered) : (null, 0);
    }
}
