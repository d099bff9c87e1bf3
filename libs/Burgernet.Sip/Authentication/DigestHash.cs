using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Authentication;

/// <summary>H(data) in lower-case hex, RFC 7616 §3.3, without allocations.</summary>
internal static class DigestHash
{
    public const int MaxHexLength = 64;

    public static DigestAlgorithm Find(ReadOnlySpan<byte> name) =>
        name.IsEmpty || SipText.Same(name, "MD5"u8) ? DigestAlgorithm.Md5
        : SipText.Same(name, "SHA-256"u8) ? DigestAlgorithm.Sha256
        : SipText.Same(name, "SHA-512-256"u8) ? DigestAlgorithm.Sha512Of256
        : DigestAlgorithm.Unknown;

    public static ReadOnlySpan<byte> NameOf(DigestAlgorithm algorithm) =>
        algorithm switch
        {
            DigestAlgorithm.Sha256 => "SHA-256"u8,
            DigestAlgorithm.Sha512Of256 => "SHA-512-256"u8,
            _ => "MD5"u8,
        };

    /// <summary>Hashes one text.</summary>
    /// <param name="algorithm">Which.</param>
    /// <param name="text">What.</param>
    /// <param name="hex">Room for <see cref="MaxHexLength"/> digits.</param>
    /// <returns>How many digits were written.</returns>
    [SuppressMessage("Security", "CA5351", Justification = "Carriers still ask for MD5; RFC 8760 §2.5 keeps it for them.")]
    public static int Write(DigestAlgorithm algorithm, ReadOnlySpan<byte> text, Span<byte> hex)
    {
        Span<byte> digest = stackalloc byte[Sha512Of256.Length];
        var length = Sha512Of256.Length;
        switch (algorithm)
        {
            case DigestAlgorithm.Sha256:
                SHA256.HashData(text, digest);
                break;
            case DigestAlgorithm.Sha512Of256:
                Sha512Of256.Hash(text, digest);
                break;
            default:
                length = MD5.HashData(text, digest);
                break;
        }

        for (var i = 0; i < length; i++)
        {
            hex[i * 2] = "0123456789abcdef"u8[digest[i] >> 4];
            hex[(i * 2) + 1] = "0123456789abcdef"u8[digest[i] & 15];
        }

        return length * 2;
    }
}
