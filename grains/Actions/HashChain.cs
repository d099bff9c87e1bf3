using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Grains.Actions;

/// <summary>The chain that makes an altered dossier visible: each entry's hash covers the one before it.</summary>
/// <remarks>SHA-256 over: previous hash (32 bytes), sequence and time in microseconds since 1970 (8 bytes each, big-endian), then type,
/// control room, dispatcher and data in UTF-8, each preceded by its length in 4 bytes big-endian.</remarks>
public static class HashChain
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first entry: zeros.</summary>
    public static byte[] Origin => new byte[HashLength];

    /// <summary>The hash of an entry.</summary>
    public static byte[] Next(
        ReadOnlySpan<byte> previous,
        long sequence,
        DateTimeOffset at,
        string type,
        string controlRoom,
        string dispatcher,
        string data
    ) => Next(previous, sequence, Microseconds(at), type, controlRoom, dispatcher, data);

    /// <summary>The hash of an entry whose time is given as it is stored.</summary>
    public static byte[] Next(
        ReadOnlySpan<byte> previous,
        long sequence,
        long microseconds,
        string type,
        string controlRoom,
        string dispatcher,
        string data
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, microseconds);
        hash.AppendData(number);
        foreach (var text in (ReadOnlySpan<string>)[type, controlRoom, dispatcher, data])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(number, bytes.Length);
            hash.AppendData(number[..4]);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Microseconds since 1970, the form in which times are stored and hashed.</summary>
    public static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>A time as it is stored: whole microseconds, UTC.</summary>
    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>Now, in whole microseconds, so that what is hashed is what is stored.</summary>
    public static DateTimeOffset Now(TimeProvider time) => Time(Microseconds(time.GetUtcNow()));
}
