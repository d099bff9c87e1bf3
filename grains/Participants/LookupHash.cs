namespace Burgernet.Grains.Participants;

/// <summary>What stands in the database in place of a phone number, address or e-mail: the first 128 bits of its HMAC-SHA-256 (RFC 2104 §5) under the lookup key.</summary>
/// <param name="High">The first 8 bytes, big-endian.</param>
/// <param name="Low">The next 8 bytes, big-endian.</param>
public readonly record struct LookupHash(ulong High, ulong Low)
{
    /// <summary>Its length in bytes.</summary>
    public const int Length = 16;

    /// <summary>From its bytes.</summary>
    /// <param name="bytes">At least <see cref="Length"/>; the rest is not looked at.</param>
    public static LookupHash FromBytes(ReadOnlySpan<byte> bytes) =>
        new(
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])
        );

    /// <summary>Its bytes, as they are stored.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }
}
