using System.Buffers.Binary;

namespace Burgernet.Sip.Media;

/// <summary>The control packets of RFC 3550 §6, as bytes.</summary>
internal static class Rtcp
{
    public const int SenderReport = 200;
    public const int ReceiverReport = 201;
    public const int Description = 202;
    public const int Goodbye = 203;

    /// <summary>Length of our CNAME: 96 random bits in base64 (RFC 7022 §4.2).</summary>
    public const int NameLength = 16;

    /// <summary>Sender report with a block, description, goodbye.</summary>
    public const int MostLength = 28 + ReceptionStatistics.BlockLength + 28 + 8;

    private const int NameItem = 1;

    /// <summary>RFC 5761 §4: on a shared port these second bytes are control packets.</summary>
    public static bool IsControl(ReadOnlySpan<byte> packet) => packet.Length >= 2 && packet[1] is >= 192 and <= 223;

    /// <summary>V=2, P=0, count (5) | packet type | length in words minus one.</summary>
    public static void WriteHeader(Span<byte> to, int type, int count, int length)
    {
        to[0] = (byte)(0x80 | count);
        to[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(to[2..], (ushort)((length / 4) - 1));
    }

    /// <summary>§6.5: SDES with the one item that every compound packet must have.</summary>
    public static int WriteDescription(Span<byte> to, uint source, ReadOnlySpan<byte> name)
    {
        // Header, source, item type and length, name, at least one zero byte up to a whole word.
        var length = (8 + 2 + name.Length + 1 + 3) & ~3;
        to[..length].Clear();
        WriteHeader(to, Description, 1, length);
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], source);
        to[8] = NameItem;
        to[9] = (byte)name.Length;
        name.CopyTo(to[10..]);
        return length;
    }

    /// <summary>§6.6.</summary>
    public static int WriteGoodbye(Span<byte> to, uint source)
    {
        WriteHeader(to, Goodbye, 1, 8);
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], source);
        return 8;
    }

    /// <summary>§4: seconds since 1900 and their fraction.</summary>
    public static ulong ToNtp(DateTimeOffset moment)
    {
        const ulong secondsFrom1900To1970 = 2_208_988_800;
        var ticks = (ulong)(moment - DateTimeOffset.UnixEpoch).Ticks;
        var seconds = (ticks / TimeSpan.TicksPerSecond) + secondsFrom1900To1970;
        var fraction = ((ticks % TimeSpan.TicksPerSecond) << 32) / TimeSpan.TicksPerSecond;
        return (seconds << 32) | fraction;
    }
}
