using System.Text;

namespace Burgernet.Sip.Grammar;

/// <summary>Bytes of the basic rules, RFC 3261 §25.1. Folded lines stay in place: CR and LF inside a value count as white space.</summary>
internal static class SipText
{
    /// <summary>LWS = [*WSP CRLF] 1*WSP.</summary>
    public static bool IsWhite(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>token = 1*(alphanum / "-" / "." / "!" / "%" / "*" / "_" / "+" / "`" / "'" / "~").</summary>
    public static bool IsToken(byte value) =>
        char.IsAsciiLetterOrDigit((char)value)
        || value
            is (byte)'-'
                or (byte)'.'
                or (byte)'!'
                or (byte)'%'
                or (byte)'*'
                or (byte)'_'
                or (byte)'+'
                or (byte)'`'
                or (byte)'\''
                or (byte)'~';

    /// <summary>word: what a Call-ID is made of, besides "@".</summary>
    public static bool IsWord(byte value) =>
        IsToken(value)
        || value
            is (byte)'('
                or (byte)')'
                or (byte)'<'
                or (byte)'>'
                or (byte)':'
                or (byte)'\\'
                or (byte)'"'
                or (byte)'/'
                or (byte)'['
                or (byte)']'
                or (byte)'?'
                or (byte)'{'
                or (byte)'}';

    /// <summary>The part of userinfo that needs no escape: unreserved / user-unreserved, without ";" and "?" which old peers misread.</summary>
    public static bool IsPlainUser(byte value) =>
        char.IsAsciiLetterOrDigit((char)value)
        || value
            is (byte)'-'
                or (byte)'_'
                or (byte)'.'
                or (byte)'!'
                or (byte)'~'
                or (byte)'*'
                or (byte)'\''
                or (byte)'('
                or (byte)')'
                or (byte)'&'
                or (byte)'='
                or (byte)'+'
                or (byte)'$'
                or (byte)','
                or (byte)'/';

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsWhite(text[start]))
        {
            start++;
        }

        while (end > start && IsWhite(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    public static bool IsAllTokens(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (!IsToken(value))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Ascii.EqualsIgnoreCase(left, right);

    /// <summary>1*DIGIT up to <paramref name="most"/>; anything else, empty included, is refused.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> text, long most, out long number)
    {
        number = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        foreach (var value in text)
        {
            if (!char.IsAsciiDigit((char)value))
            {
                return false;
            }

            number = (number * 10) + (value - '0');
            if (number > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Index of <paramref name="wanted"/> outside quoted strings and, when asked, outside angle brackets; -1 when there is none.</summary>
    public static int IndexOfBare(ReadOnlySpan<byte> text, byte wanted, bool skipAngles)
    {
        var quoted = false;
        var angles = false;
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i];
            if (quoted)
            {
                // quoted-pair = "\" (%x00-09 / %x0B-0C / %x0E-7F)
                if (value == '\\')
                {
                    i++;
                }
                else if (value == '"')
                {
                    quoted = false;
                }
            }
            else if (value == wanted && !(angles && skipAngles))
            {
                return i;
            }
            else if (value == '"')
            {
                quoted = true;
            }
            else if (value == '<')
            {
                angles = true;
            }
            else if (value == '>')
            {
                angles = false;
            }
        }

        return -1;
    }

    /// <summary>A stable 64-bit hash (FNV-1a) for tags and branches, mixed with a secret so that peers cannot choose collisions.</summary>
    public static ulong Hash(ulong seed, ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var value in text)
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash ^ (hash >> 29);
    }
}
