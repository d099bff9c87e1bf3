using Burgernet.Smpp.Text.Tables;

namespace Burgernet.Smpp.Text;

/// <summary>The 7-bit alphabet of 3GPP TS 23.038 §6.2: 128 characters and, behind an escape, a table of more. A septet is one octet here, as SMPP carries it.</summary>
public sealed class GsmAlphabet
{
    /// <summary>The septet that leads to the table of more characters.</summary>
    public const byte Escape = 0x1B;

    private const byte Escaped = 0x80;

    /// <summary>An escape behind an escape: no character of any table.</summary>
    private const byte Missing = Escape | Escaped;
    private const int Direct = 0x400;
    private const char Euro = '€';

    /// <summary>By character: the septet, with the highest bit where it stands behind an escape.</summary>
    private readonly byte[] _septets = new byte[Direct];
    private readonly byte _euro = Missing;
    private readonly string _table;
    private readonly string _more;

    private GsmAlphabet(string name, byte language, string more)
    {
        Name = name;
        ShiftLanguage = language;
        _table = GsmTables.Default;
        _more = more;
        Array.Fill(_septets, Missing);
        for (byte septet = 0; septet < _more.Length; septet++)
        {
            if (_more[septet] == Euro)
            {
                _euro = (byte)(septet | Escaped);
            }
            else if (_more[septet] != GsmTables.None)
            {
                _septets[_more[septet]] = (byte)(septet | Escaped);
            }
        }

        for (byte septet = 0; septet < _table.Length; septet++)
        {
            if (septet != Escape)
            {
                _septets[_table[septet]] = septet;
            }
        }
    }

    /// <summary>The default alphabet with its extension table (§6.2.1).</summary>
    public static GsmAlphabet Default { get; } = new("GSM 03.38", 0, GsmTables.Extension);

    /// <summary>The default alphabet with the Turkish single shift table (§A.2.1).</summary>
    public static GsmAlphabet Turkish { get; } = new("GSM 03.38, Turkish", 1, GsmTables.TurkishShift);

    /// <summary>The default alphabet with the Spanish single shift table (§A.2.2).</summary>
    public static GsmAlphabet Spanish { get; } = new("GSM 03.38, Spanish", 2, GsmTables.SpanishShift);

    /// <summary>The default alphabet with the Portuguese single shift table (§A.2.3).</summary>
    public static GsmAlphabet Portuguese { get; } = new("GSM 03.38, Portuguese", 3, GsmTables.PortugueseShift);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The language in the user data header that tells a handset which table the escape leads to (TS 23.040 §9.2.3.24.15); 0 needs no header.</summary>
    public byte ShiftLanguage { get; }

    /// <summary>The alphabet of a single shift language.</summary>
    /// <returns>Null where it is none of ours.</returns>
    public static GsmAlphabet? OfShiftLanguage(byte language) =>
        language switch
        {
            0 => Default,
            1 => Turkish,
            2 => Spanish,
            3 => Portuguese,
            _ => null,
        };

    /// <summary>How many septets a character takes: 1, 2 behind an escape, 0 where the alphabet lacks it.</summary>
    public int Septets(char character) =>
        Find(character) switch
        {
            Missing => 0,
            >= Escaped => 2,
            _ => 1,
        };

    /// <summary>Writes text, one septet an octet.</summary>
    /// <param name="text">Text.</param>
    /// <param name="destination">Room.</param>
    /// <param name="written">Octets written.</param>
    /// <returns>False where the alphabet lacks a character, or there is no room.</returns>
    public bool TryEncode(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        foreach (var character in text)
        {
            var septet = Find(character);
            var size =
                septet == Missing ? int.MaxValue
                : septet >= Escaped ? 2
                : 1;
            if (size > destination.Length - written)
            {
                return false;
            }

            if (size == 2)
            {
                destination[written++] = Escape;
            }

            destination[written++] = (byte)(septet & ~Escaped);
        }

        return true;
    }

    /// <summary>Reads septets, one an octet. A character that the table lacks behind an escape is read from the plain table, as §6.2.1 asks; an octet above 127 becomes U+FFFD.</summary>
    /// <param name="septets">Octets.</param>
    /// <param name="destination">Room: as many characters as octets do.</param>
    /// <returns>Characters written.</returns>
    public int Decode(ReadOnlySpan<byte> septets, Span<char> destination)
    {
        var written = 0;
        for (var i = 0; i < septets.Length; i++)
        {
            var septet = septets[i];
            if (septet != Escape)
            {
                destination[written++] = septet < _table.Length ? _table[septet] : '\uFFFD';
                continue;
            }

            if (++i == septets.Length)
            {
                // An escape that leads nowhere is a space (§6.2.1, note 1).
                destination[written++] = ' ';
                break;
            }

            septet = septets[i];
            var more = septet < _more.Length ? _more[septet] : GsmTables.None;
            destination[written++] =
                more != GsmTables.None ? more
                : septet == Escape ? ' '
                : septet < _table.Length ? _table[septet]
                : '\uFFFD';
        }

        return written;
    }

    /// <summary>Reads septets, one an octet.</summary>
    public string Decode(ReadOnlySpan<byte> septets)
    {
        Span<char> room = septets.Length <= 512 ? stackalloc char[septets.Length] : new char[septets.Length];
        return new string(room[..Decode(septets, room)]);
    }

    private byte Find(char character) =>
        character < Direct ? _septets[character]
        : character == Euro ? _euro
        : Missing;
}
