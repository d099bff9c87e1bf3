using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Burgernet.Grains.Dossier;

/// <summary>What stands for participants where nobody may see their ids: the same within one action, another one in every other. The views for analysts make the same in SQL.</summary>
/// <param name="key">32 bytes, of this database alone.</param>
/// <param name="actionId">The action.</param>
public sealed class Pseudonyms(byte[] key, Guid actionId)
{
    /// <summary>Length of a key in bytes.</summary>
    public const int KeyLength = 32;

    private const int IdLength = 16;
    private const int ShownBytes = 8;

    /// <summary>16 hex digits: the first bytes of SHA-256 over key, action and participant.</summary>
    public string Of(Guid participantId)
    {
        Span<byte> input = stackalloc byte[KeyLength + IdLength + IdLength];
        key.CopyTo(input);
        actionId.TryWriteBytes(input[KeyLength..], bigEndian: true, out _);
        participantId.TryWriteBytes(input[(KeyLength + IdLength)..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return Convert.ToHexStringLower(hash[..ShownBytes]);
    }

    /// <summary>A participant as one block that only this database can open, for a place in a list that is handed out.</summary>
    public string Hide(Guid participantId)
    {
        Span<byte> block = stackalloc byte[IdLength];
        participantId.TryWriteBytes(block, bigEndian: true, out _);
        using var cipher = Cipher();
        return Convert.ToHexStringLower(cipher.EncryptEcb(block, PaddingMode.None));
    }

    /// <summary>The participant behind a block.</summary>
    /// <exception cref="FormatException">Not such a block.</exception>
    public Guid Show(string hidden)
    {
        ArgumentNullException.ThrowIfNull(hidden);
        if (hidden.Length != 2 * IdLength)
        {
            throw new FormatException("Not a place in a list");
        }

        using var cipher = Cipher();
        return new Guid(cipher.DecryptEcb(Convert.FromHexString(hidden), PaddingMode.None), bigEndian: true);
    }

    /// <summary>A place in a list, of parts with a point between, with every id hidden.</summary>
    public string? HideIn(string? place) =>
        place is null
            ? null
            : string.Join('.', place.Split('.').Select(part => Guid.TryParseExact(part, "D", out var id) ? Hide(id) : part));

    /// <summary>The same with every id shown again.</summary>
    /// <exception cref="FormatException">Not such a place.</exception>
    public string? ShowIn(string? place) =>
        place is null
            ? null
            : string.Join('.', place.Split('.').Select(part => part.Length == 2 * IdLength ? Show(part).ToString("D") : part));

    /// <summary>One block by itself needs no mode: this is a permutation of ids.</summary>
    private Aes Cipher()
    {
        Span<byte> input = stackalloc byte[KeyLength + IdLength + sizeof(int)];
        key.CopyTo(input);
        actionId.TryWriteBytes(input[KeyLength..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[(KeyLength + IdLength)..], 1);
        var cipher = Aes.Create();
        cipher.Key = SHA256.HashData(input);
        return cipher;
    }
}
