using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>The fixed RTP header, RFC 3550 §5.1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct RtpPacket
{
    public const int HeaderLength = 12;

    public int PayloadType { get; private init; }

    public bool Marker { get; private init; }

    public ushort Sequence { get; private init; }

    public uint Timestamp { get; private init; }

    /// <summary>SSRC.</summary>
    public uint Source { get; private init; }

    public ReadOnlySpan<byte> Payload { get; private init; }

    public static bool TryParse(ReadOnlySpan<byte> bytes, out RtpPacket packet)
    {
        packet = default;
        if (bytes.Length < HeaderLength || bytes[0] >> 6 != 2)
        {
            return false;
        }

        var start = HeaderLength + ((bytes[0] & 15) * 4);
        if ((bytes[0] & 0x10) != 0)
        {
            // RFC 3550 §5.3.1: one extension, its length in 32-bit words.
            if (bytes.Length < start + 4)
            {
                return false;
            }

            start += 4 + (BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 2)..]) * 4);
        }

        var end = bytes.Length;
        if ((bytes[0] & 0x20) != 0)
        {
            end -= bytes[^1];
        }

        if (start > end)
        {
            return false;
        }

        packet = new RtpPacket
        {
            Marker = (bytes[1] & 0x80) != 0,
            PayloadType = bytes[1] & 0x7f,
            Sequence = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            Timestamp = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            Source = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            Payload = bytes[start..end],
        };
        return true;
    }

    public static void WriteHeader(Span<byte> bytes, int payloadType, bool marker, ushort sequence, uint timestamp, uint source)
    {
        bytes[0] = 0x80;
        bytes[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], source);
    }
}
