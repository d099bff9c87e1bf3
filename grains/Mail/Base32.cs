namespace Burgernet.Grains.Mail;

/// <summary>Base 32 (RFC 4648 §6) in lower case, without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsOfCharacter = 5;
    private const int BitsOfByte = 8;

    /// <summary>The text of bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * BitsOfByte) + BitsOfCharacter - 1) / BitsOfCharacter];
        var (waiting, bits, at) = (0, 0, 0);
        foreach (var value in bytes)
        {
            waiting = ((waiting << BitsOfByte) | value) & 0xFFFF;
            for (bits += BitsOfByte; bits >= BitsOfCharacter; bits -= BitsOfCharacter)
            {
                text[at++] = Alphabet[(waiting >> (bits - BitsOfCharacter)) & 31];
            }
        }

        if (bits > 0)
        {
            text[at] = Alphabet[(waiting << (BitsOfCharacter - bits)) & 31];
        }

        return new string(text);
    }

    /// <summary>The bytes of a text, in any case; null where it is none.</summary>
    public static byte[]? Read(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * BitsOfCharacter / BitsOfByte];
        var (waiting, bits, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            waiting = ((waiting << BitsOfCharacter) | value) & 0xFFFF;
            bits += BitsOfCharacter;
            if (bits >= BitsOfByte)
            {
                bits -= BitsOfByte;
                bytes[at++] = (byte)(waiting >> bits);
            }
        }

        // What is left is padding, and nothing else.
        return (waiting & ((1 << bits) - 1)) == 0 ? bytes : null;
    }
}
