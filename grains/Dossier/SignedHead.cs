using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dossier;

/// <summary>The bytes that are signed for a head of an action's chain.</summary>
/// <remarks>
/// In this order, numbers big-endian: <c>burgernet-head-1</c> in ASCII; the action's id, 16 bytes as in its text form; the sequence, 8 bytes; the hash, 32 bytes; the time
/// in microseconds since 1970, 8 bytes; the act, 32 bytes: <see cref="ActOf"/>; the key's id in UTF-8, its length in 4 bytes before it.
/// </remarks>
public static class SignedHead
{
    private static ReadOnlySpan<byte> Label => "burgernet-head-1"u8;

    /// <summary>All of it.</summary>
    public static byte[] Bytes(
        Guid actionId,
        long sequence,
        ReadOnlySpan<byte> hash,
        long microseconds,
        ReadOnlySpan<byte> act,
        string keyId
    )
    {
        var key = Encoding.UTF8.GetBytes(keyId);
        var bytes = new byte[Label.Length + 16 + 8 + HashChain.HashLength + 8 + HashChain.HashLength + 4 + key.Length];
        var rest = bytes.AsSpan();
        Put(ref rest, Label);
        actionId.TryWriteBytes(rest, bigEndian: true, out _);
        rest = rest[16..];
        BinaryPrimitives.WriteInt64BigEndian(rest, sequence);
        rest = rest[8..];
        Put(ref rest, hash);
        BinaryPrimitives.WriteInt64BigEndian(rest, microseconds);
        rest = rest[8..];
        Put(ref rest, act);
        BinaryPrimitives.WriteInt32BigEndian(rest, key.Length);
        rest = rest[4..];
        Put(ref rest, key);
        return bytes;
    }

    /// <summary>What stands beside an event and is no part of its hash: SHA-256 over the idempotency key and the fingerprint, each in UTF-8 with its length in 4 bytes
    /// before it; zeros for an event that no request caused.</summary>
    public static byte[] ActOf(string? operationId, string? fingerprint)
    {
        if (operationId is null && fingerprint is null)
        {
            return HashChain.Origin;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in (ReadOnlySpan<string?>)[operationId, fingerprint])
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }
}
