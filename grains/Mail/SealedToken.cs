using System.Security.Cryptography;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>Puts a few bytes into a token that nobody else can make, read or change. No I/O, nothing stored; any thread.</summary>
/// <remarks>
/// In the manner of a synthetic IV (RFC 5297): a keyed hash of use and content, cut to ten bytes, is both the proof and what the content is masked with. The same content gives the same token
/// every time. Layout: masked content, hash.
/// </remarks>
internal static class SealedToken
{
    /// <summary>Bytes that it adds: 80 bits, which whoever guesses has to send us one by one.</summary>
    public const int Overhead = 10;

    private const int LongestContent = 64;
    private const byte Proof = 0;

    /// <summary>Makes one.</summary>
    /// <param name="seal">The keys.</param>
    /// <param name="use">What it is for: a token for one use is none for another.</param>
    /// <param name="content">1 to 64 bytes.</param>
    public static byte[] Write(PersonalSeal seal, byte use, ReadOnlySpan<byte> content)
    {
        if (content.Length > LongestContent)
        {
            throw new ArgumentException("Too long for a token", nameof(content));
        }

        var token = new byte[content.Length + Overhead];
        var proof = Prove(seal, use, content);
        content.CopyTo(token);
        Mask(seal, use, proof, token.AsSpan(0, content.Length));
        proof.CopyTo(token, content.Length);
        return token;
    }

    /// <summary>Reads one.</summary>
    /// <returns>The content, or null where it is no token of ours for this use.</returns>
    public static byte[]? Read(PersonalSeal seal, byte use, ReadOnlySpan<byte> token)
    {
        if (token.Length is <= Overhead or > LongestContent + Overhead)
        {
            return null;
        }

        var content = token[..^Overhead].ToArray();
        var proof = token[^Overhead..];
        Mask(seal, use, proof, content);
        return CryptographicOperations.FixedTimeEquals(proof, Prove(seal, use, content)) ? content : null;
    }

    private static byte[] Prove(PersonalSeal seal, byte use, ReadOnlySpan<byte> content) =>
        seal.Mark([use, Proof, .. content]).ToBytes()[..Overhead];

    private static void Mask(PersonalSeal seal, byte use, ReadOnlySpan<byte> proof, Span<byte> content)
    {
        for (var at = 0; at < content.Length; at += LookupHash.Length)
        {
            var mask = seal.Mark([use, (byte)(1 + (at / LookupHash.Length)), .. proof]).ToBytes();
            for (var i = 0; i < mask.Length && at + i < content.Length; i++)
            {
                content[at + i] ^= mask[i];
            }
        }
    }
}
