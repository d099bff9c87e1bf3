namespace Burgernet.Smpp.Text;

/// <summary>Where a text is cut: pure counting, shared by the counter and by what makes the segments.</summary>
internal static class SegmentCuts
{
    /// <summary>TS 23.040 §9.2.3.24: octets of user data in one SMS.</summary>
    public const int UserData = 140;

    /// <summary>How a text travels, by what it holds.</summary>
    public static TextEncoding EncodingOf(ReadOnlySpan<char> text, SegmentOptions options)
    {
        var encoding = TextEncoding.Gsm7;
        foreach (var character in text)
        {
            if (options.Alphabet.Septets(character) == 0)
            {
                encoding = TextEncoding.Latin1;
                if (!options.AllowsLatin1 || character > '\u00FF')
                {
                    return TextEncoding.Ucs2;
                }
            }
        }

        // A text goes as Latin-1 as a whole: all of it must be there, the euro of the 7-bit table too.
        return encoding == TextEncoding.Latin1 && text.IndexOfAnyExceptInRange('\0', '\u00FF') >= 0 ? TextEncoding.Ucs2 : encoding;
    }

    /// <summary>Octets of the user data header of each segment, its length octet included; 0 for none.</summary>
    public static int HeaderSize(TextEncoding encoding, SegmentOptions options, bool isCut)
    {
        var shift = encoding == TextEncoding.Gsm7 && options.Alphabet.ShiftLanguage > 0 ? 3 : 0;
        var reference = (isCut, options.Method) switch
        {
            (false, _) => 0,
            (_, SegmentMethod.Header8 or SegmentMethod.Payload) => 5,
            _ => 6,
        };
        return shift + reference == 0 ? 0 : shift + reference + 1;
    }

    /// <summary>Units that one segment holds.</summary>
    public static int Capacity(TextEncoding encoding, int headerSize) =>
        encoding switch
        {
            TextEncoding.Gsm7 => (UserData - headerSize) * 8 / 7,
            TextEncoding.Latin1 => UserData - headerSize,
            _ => (UserData - headerSize) / 2,
        };

    /// <summary>Units of a text.</summary>
    public static int Units(ReadOnlySpan<char> text, TextEncoding encoding, GsmAlphabet alphabet)
    {
        if (encoding != TextEncoding.Gsm7)
        {
            return text.Length;
        }

        var units = 0;
        foreach (var character in text)
        {
            units += alphabet.Septets(character);
        }

        return units;
    }

    /// <summary>How many characters the first segment of a text holds: never half an escape or half a surrogate pair.</summary>
    public static int First(ReadOnlySpan<char> text, TextEncoding encoding, GsmAlphabet alphabet, int capacity)
    {
        if (encoding != TextEncoding.Gsm7)
        {
            return text.Length <= capacity ? text.Length
                : char.IsHighSurrogate(text[capacity - 1]) && char.IsLowSurrogate(text[capacity]) ? capacity - 1
                : capacity;
        }

        var units = 0;
        for (var i = 0; i < text.Length; i++)
        {
            units += alphabet.Septets(text[i]);
            if (units > capacity)
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>How many segments a text takes, and what is left in the last.</summary>
    public static (int Segments, int Capacity, int Left) Count(ReadOnlySpan<char> text, TextEncoding encoding, SegmentOptions options)
    {
        var units = Units(text, encoding, options.Alphabet);
        var whole = Capacity(encoding, HeaderSize(encoding, options, isCut: false));
        if (units <= whole)
        {
            return (1, whole, whole - units);
        }

        var capacity = Capacity(encoding, HeaderSize(encoding, options, isCut: true));
        var segments = 0;
        var left = 0;
        while (!text.IsEmpty)
        {
            var first = First(text, encoding, options.Alphabet, capacity);
            left = capacity - Units(text[..first], encoding, options.Alphabet);
            text = text[first..];
            segments++;
        }

        return (segments, capacity, left);
    }
}
