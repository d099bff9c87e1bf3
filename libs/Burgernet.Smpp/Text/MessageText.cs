using System.Buffers.Binary;
using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>Reads what a message says.</summary>
public static class MessageText
{
    /// <summary>Reads the text behind a user data header.</summary>
    /// <param name="coding">data_coding.</param>
    /// <param name="text">Octets without the header.</param>
    /// <param name="header">The header, or default.</param>
    /// <param name="hasGsmAsAscii">Whether data_coding 1, which is ASCII, is read as GSM 03.38: npm's smpp and others send that.</param>
    /// <returns>The text; octets of an unknown coding are read as Latin-1.</returns>
    public static string Decode(DataCoding coding, ReadOnlySpan<byte> text, UserDataHeader header = default, bool hasGsmAsAscii = true) =>
        AlphabetOf(coding, hasGsmAsAscii) switch
        {
            TextEncoding.Gsm7 => (GsmAlphabet.OfShiftLanguage(header.ShiftLanguage) ?? GsmAlphabet.Default).Decode(text),
            TextEncoding.Ucs2 => Ucs2(text),
            _ => Encoding.Latin1.GetString(text),
        };

    /// <summary>Reads a whole message, its header too.</summary>
    /// <param name="message">submit_sm or deliver_sm.</param>
    /// <param name="header">Its user data header; default where it has none, or none that can be read.</param>
    public static string Decode(in MessagePdu message, out UserDataHeader header)
    {
        var payload = message.Payload;
        header = default;
        if (message.EsmClass.HasFlag(EsmClass.UserDataHeader) && UserDataHeader.TryRead(payload, out header))
        {
            payload = payload[header.Size..];
        }

        return Decode(message.DataCoding, payload, header);
    }

    private static TextEncoding AlphabetOf(DataCoding coding, bool hasGsmAsAscii) =>
        coding switch
        {
            DataCoding.SmscDefault => TextEncoding.Gsm7,
            DataCoding.Ascii when hasGsmAsAscii => TextEncoding.Gsm7,
            DataCoding.Ucs2 => TextEncoding.Ucs2,

            // 3GPP TS 23.038 §4, general data coding and message class: bits 3 and 2 are the alphabet.
            >= (DataCoding)0xF0 => ((byte)coding & 0x04) == 0 ? TextEncoding.Gsm7 : TextEncoding.Latin1,
            >= (DataCoding)0x10 and < (DataCoding)0x40 => ((byte)coding & 0x0C) switch
            {
                0x00 => TextEncoding.Gsm7,
                0x08 => TextEncoding.Ucs2,
                _ => TextEncoding.Latin1,
            },
            _ => TextEncoding.Latin1,
        };

    /// <summary>Unit by unit: an odd octet at the end is dropped, an unpaired surrogate stays.</summary>
    private static string Ucs2(ReadOnlySpan<byte> text)
    {
        Span<char> units = text.Length <= 512 ? stackalloc char[text.Length / 2] : new char[text.Length / 2];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(text[(i * 2)..]);
        }

        return new string(units);
    }
}
