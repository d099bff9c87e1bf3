using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Signups;

/// <summary>Makes tokens and codes, and the keyed hashes that are stored of them. No I/O; any thread.</summary>
/// <remarks>A token is 256 random bits in base64url (RFC 4648 §5), 43 characters; a code is six digits, and its hash is bound to whom it was sent.</remarks>
public sealed class SignupTokens(PersonalSeal seal)
{
    private const int TokenBytes = 32;
    private const int CodeDigits = 6;
    private const int Codes = 1_000_000;
    private const int IdBytes = 16;

    /// <summary>A new token.</summary>
    public (string Text, LookupHash Hash) New()
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        RandomNumberGenerator.Fill(token);
        return (Base64Url.EncodeToString(token), seal.Secret(token));
    }

    /// <summary>A new code for somebody.</summary>
    public (string Text, LookupHash Hash) NewCode(Guid participantId)
    {
        var code = RandomNumberGenerator.GetInt32(Codes).ToString("D6", CultureInfo.InvariantCulture);
        return (code, CodeHash(participantId, code));
    }

    /// <summary>What is stored of a token that somebody sends, or null where it is none.</summary>
    public LookupHash? Read(string? text)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        return
            text is { Length: 43 }
            && Base64Url.IsValid(text, out var length)
            && length == TokenBytes
            && Base64Url.TryDecodeFromChars(text, token, out _)
            ? seal.Secret(token)
            : null;
    }

    /// <summary>What is stored of a code that somebody types, spaces aside; null where it is none.</summary>
    public LookupHash? ReadCode(Guid participantId, string? text)
    {
        var code = text?.Replace(" ", "", StringComparison.Ordinal);
        return code is { Length: CodeDigits } && code.All(char.IsAsciiDigit) ? CodeHash(participantId, code) : null;
    }

    private LookupHash CodeHash(Guid participantId, string code)
    {
        Span<byte> secret = stackalloc byte[IdBytes + CodeDigits];
        participantId.TryWriteBytes(secret, bigEndian: true, out _);
        Encoding.ASCII.GetBytes(code, secret[IdBytes..]);
        return seal.Secret(secret);
    }
}
