using System.Buffers.Binary;
using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Text;

/// <summary>Makes the SMS of a text.</summary>
public static class MessageSegments
{
    /// <summary>Octets of a header at most, and of the three sar_… parameters.</summary>
    private const int HeaderRoom = 16;
    private const int SarSize = 16;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Text.</param>
    /// <param name="reference">What its segments share: other than that of any text to the same phone that may be under way. Only 8 bits of it count with <see cref="SegmentMethod.Header8"/>.</param>
    /// <param name="options">How texts become SMS; <see cref="SegmentOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentException">It takes more SMS than the options allow.</exception>
    public static IReadOnlyList<MessageSegment> Cut(string text, ushort reference, SegmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= SegmentOptions.Default;
        var encoding = SegmentCuts.EncodingOf(text, options);
        var (count, capacity, _) = SegmentCuts.Count(text, encoding, options);
        if (count > Math.Min(options.MaxSegments, byte.MaxValue))
        {
            throw new ArgumentException($"The text takes {count} SMS; {options.MaxSegments} are allowed.", nameof(text));
        }

        if (options.Method == SegmentMethod.Payload && count > 1)
        {
            return [Payload(text, encoding, options)];
        }

        var segments = new MessageSegment[count];
        var rest = text.AsSpan();
        for (var i = 0; i < count; i++)
        {
            var first = SegmentCuts.First(rest, encoding, options.Alphabet, capacity);
            segments[i] = Segment(rest[..first], encoding, reference, count, i + 1, options);
            rest = rest[first..];
        }

        return segments;
    }

    private static MessageSegment Segment(
        ReadOnlySpan<char> text,
        TextEncoding encoding,
        ushort reference,
        int count,
        int number,
        SegmentOptions options
    )
    {
        var isSar = options.Method == SegmentMethod.Sar;
        Span<byte> header = stackalloc byte[HeaderRoom];
        var size = new UserDataHeader
        {
            Reference = options.Method == SegmentMethod.Header8 ? (byte)reference : reference,
            Total = (byte)(count > 1 && !isSar ? count : 0),
            Number = (byte)number,
            IsWide = options.Method == SegmentMethod.Header16,
            ShiftLanguage = Shift(encoding, options),
        }.Write(header);
        return new MessageSegment(
            size > 0 ? EsmClass.UserDataHeader : EsmClass.None,
            CodingOf(encoding),
            Encode(header[..size], text, encoding, options.Alphabet),
            count > 1 && isSar ? Sar(reference, count, number) : default
        );
    }

    private static MessageSegment Payload(string text, TextEncoding encoding, SegmentOptions options)
    {
        Span<byte> header = stackalloc byte[HeaderRoom];
        var size = new UserDataHeader { ShiftLanguage = Shift(encoding, options) }.Write(header);
        var octets = Encode(header[..size], text, encoding, options.Alphabet);
        var tlv = new byte[octets.Length + TlvList.HeadSize];
        Tlv.Write(tlv, TlvTag.MessagePayload, octets);
        return new MessageSegment(size > 0 ? EsmClass.UserDataHeader : EsmClass.None, CodingOf(encoding), default, tlv);
    }

    private static byte Shift(TextEncoding encoding, SegmentOptions options) =>
        encoding == TextEncoding.Gsm7 ? options.Alphabet.ShiftLanguage : (byte)0;

    private static DataCoding CodingOf(TextEncoding encoding) =>
        encoding switch
        {
            TextEncoding.Gsm7 => DataCoding.SmscDefault,
            TextEncoding.Latin1 => DataCoding.Latin1,
            _ => DataCoding.Ucs2,
        };

    private static byte[] Encode(ReadOnlySpan<byte> header, ReadOnlySpan<char> text, TextEncoding encoding, GsmAlphabet alphabet)
    {
        var units = SegmentCuts.Units(text, encoding, alphabet);
        var octets = new byte[header.Length + (encoding == TextEncoding.Ucs2 ? units * 2 : units)];
        header.CopyTo(octets);
        var room = octets.AsSpan(header.Length);
        switch (encoding)
        {
            case TextEncoding.Gsm7:
                alphabet.TryEncode(text, room, out _);
                break;
            case TextEncoding.Latin1:
                Encoding.Latin1.GetBytes(text, room);
                break;
            default:
                for (var i = 0; i < text.Length; i++)
                {
                    // Unit by unit: an unpaired surrogate passes as it is, and the lengths stay what was counted.
                    BinaryPrimitives.WriteUInt16BigEndian(room[(i * 2)..], text[i]);
                }

                break;
        }

        return octets;
    }

    /// <summary>SMPP 3.4 §5.3.2.22 to 24.</summary>
    private static byte[] Sar(ushort reference, int count, int number)
    {
        var tlvs = new byte[SarSize];
        var at = Tlv.Write(tlvs, TlvTag.SarMsgRefNum, reference, 2);
        at += Tlv.Write(tlvs.AsSpan(at), TlvTag.SarTotalSegments, (uint)count, 1);
        Tlv.Write(tlvs.AsSpan(at), TlvTag.SarSegmentSeqnum, (uint)number, 1);
        return tlvs;
    }
}
