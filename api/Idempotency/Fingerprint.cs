using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Api.Idempotency;

/// <summary>A hash of what a request asks: the same key with another fingerprint is another request.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 in lower-case hex over the method, the path and each part's name and own SHA-256, in order of name.</summary>
    public static string Of(string method, string path, params IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(method));
        Append(hash, Encoding.UTF8.GetBytes(path));
        foreach (var (name, content) in parts.OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            Append(hash, SHA256.HashData(content.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Each item goes with its length before it, so that no two lists of items look alike.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> item)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, item.Length);
        hash.AppendData(length);
        hash.AppendData(item);
    }
}
