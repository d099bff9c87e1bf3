using System.Security.Cryptography;
using System.Text;

namespace Burgernet.Grains.Participants;

/// <summary>Seals and opens what is personal, and makes the keyed hashes that stand in its place. Any thread; no I/O.</summary>
/// <remarks>
/// Each participant has a random key of 256 bits: it seals their data, and is itself wrapped by a master key. Both by AES-256-GCM with a random
/// nonce of 96 bits (NIST SP 800-38D §8.2.2: fine below 2³² uses of a key, and a master key wraps once a participant), bound to the
/// participant's id and the purpose, so that nothing sealed opens for somebody else. Layout: nonce (12), ciphertext, tag (16).
/// </remarks>
public sealed class PersonalSeal
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int LongestOnStack = 512;
    private const byte KeyPurpose = 1;
    private const byte DataPurpose = 2;
    private const byte ContentPurpose = 3;
    private const byte FingerprintPurpose = 0x40;
    private const byte CheckPurpose = 0x41;
    private const byte SecretPurpose = 0x43;
    private const byte PseudonymPurpose = 0x42;
    private const byte MarkPurpose = 0x44;

    private readonly Lazy<RegisterKeys> _keys;

    /// <summary>With keys that are read when they are needed first.</summary>
    public PersonalSeal(Lazy<RegisterKeys> keys) => _keys = keys;

    /// <summary>With these keys.</summary>
    public PersonalSeal(RegisterKeys keys) => _keys = new Lazy<RegisterKeys>(keys);

    /// <summary>The master key that wraps now.</summary>
    public string NewestMasterKeyId => Keys.NewestId;

    private RegisterKeys Keys => _keys.Value;

    /// <summary>Seals data with a key of its own.</summary>
    /// <param name="participantId">Whose data.</param>
    /// <param name="data">The data.</param>
    public SealedData Seal(Guid participantId, PersonalData data)
    {
        // Key and nonces in one go: asking for random bytes costs more than the bytes.
        Span<byte> random = stackalloc byte[KeyBytes + NonceBytes + NonceBytes];
        RandomNumberGenerator.Fill(random);
        var key = random[..KeyBytes];
        try
        {
            return new SealedData(
                Keys.NewestId,
                Encrypt(Keys.Wrapping(Keys.NewestId), random.Slice(KeyBytes, NonceBytes), key, participantId, KeyPurpose),
                Encrypt(key, random[^NonceBytes..], PersonalDataCodec.Write(data), participantId, DataPurpose)
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(random);
        }
    }

    /// <summary>Seals something else that is personal, a tip, with a key of its own.</summary>
    /// <param name="id">What it is: as random as a participant's id, and bound to it in the same way.</param>
    /// <param name="content">The content.</param>
    public SealedData SealContent(Guid id, ReadOnlySpan<byte> content)
    {
        Span<byte> key = stackalloc byte[KeyBytes];
        RandomNumberGenerator.Fill(key);
        try
        {
            return new SealedData(
                Keys.NewestId,
                Encrypt(Keys.Wrapping(Keys.NewestId), key, id, KeyPurpose),
                Encrypt(key, content, id, ContentPurpose)
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens what <see cref="SealContent"/> sealed.</summary>
    /// <exception cref="SealException">As for a participant's data.</exception>
    public byte[] OpenContent(Guid id, SealedData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var key = Unwrap(id, data.MasterKeyId, data.WrappedKey);
        try
        {
            return Decrypt(key, data.Data, id, ContentPurpose);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Seals changed data with the key that the participant has.</summary>
    /// <param name="participantId">Whose data.</param>
    /// <param name="before">What was sealed before.</param>
    /// <param name="data">The data.</param>
    /// <exception cref="SealException">Their key cannot be unwrapped.</exception>
    public SealedData Seal(Guid participantId, SealedData before, PersonalData data)
    {
        var key = Unwrap(participantId, before.MasterKeyId, before.WrappedKey);
        try
        {
            return before with { Data = Encrypt(key, PersonalDataCodec.Write(data), participantId, DataPurpose) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens sealed data.</summary>
    /// <param name="participantId">Whose data.</param>
    /// <param name="data">What was sealed.</param>
    /// <exception cref="SealException">The master key is not configured, or it was sealed for somebody else, with another key, or is damaged.</exception>
    public PersonalData Open(Guid participantId, SealedData data)
    {
        var key = Unwrap(participantId, data.MasterKeyId, data.WrappedKey);
        try
        {
            return PersonalDataCodec.Read(Decrypt(key, data.Data, participantId, DataPurpose));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Wraps a participant's key by the newest master key; the key, and what it sealed, stay the same.</summary>
    /// <exception cref="SealException">It cannot be unwrapped.</exception>
    public Rewrapping Rewrap(WrappedKey wrapped)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        var key = Unwrap(wrapped.ParticipantId, wrapped.MasterKeyId, wrapped.Key);
        try
        {
            return new Rewrapping(wrapped, Keys.NewestId, Encrypt(Keys.Wrapping(Keys.NewestId), key, wrapped.ParticipantId, KeyPurpose));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>What stands in the database for a phone number.</summary>
    /// <param name="e164">In E.164 form with the plus sign.</param>
    public Lookup Phone(string e164) => new(LookupKind.Phone, Hash((byte)LookupKind.Phone, e164));

    /// <summary>What stands in the database for an e-mail address, however its letters are capitalised.</summary>
    public Lookup Email(string address) => new(LookupKind.Email, Hash((byte)LookupKind.Email, EmailPolicy.Normal(address)));

    /// <summary>What stands in the database for an address; null where the postcode is none.</summary>
    /// <param name="postcode">With or without a space, in any case.</param>
    /// <param name="houseNumber">The number without its addition.</param>
    public Lookup? Address(string postcode, int houseNumber) =>
        AddressPolicy.ReadPostcode(postcode) is { } normal
            ? new Lookup(LookupKind.Address, Hash((byte)LookupKind.Address, AddressPolicy.Normal(normal, houseNumber)))
            : null;

    /// <summary>A keyed hash of what was asked: tells the same request from another one, and nothing of what is in it.</summary>
    public LookupHash Fingerprint(ReadOnlySpan<byte> request) => Hash(FingerprintPurpose, request);

    /// <summary>What stands in the database for a token or code that somebody was sent.</summary>
    public LookupHash Secret(ReadOnlySpan<byte> secret) => Hash(SecretPurpose, secret);

    /// <summary>A keyed hash that stands in a link or an address which a mail carries: nobody without the lookup key can make one.</summary>
    public LookupHash Mark(ReadOnlySpan<byte> content) => Hash(MarkPurpose, content);

    private LookupHash Hash(byte purpose, ReadOnlySpan<byte> content)
    {
        // In one call on one block: a hash in steps costs three times as much for what is as short as this.
        Span<byte> text = content.Length < LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[1 + content.Length];
        text[0] = purpose;
        content.CopyTo(text[1..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Keys.LookupKey, text[..(1 + content.Length)], hash);
        CryptographicOperations.ZeroMemory(text);
        return LookupHash.FromBytes(hash);
    }

    /// <summary>What stands for a participant in a study: nobody without the lookup key can tell who it is, or that two of different studies are one.</summary>
    /// <param name="study">Which study.</param>
    /// <param name="participantId">Who.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public string Pseudonym(string study, Guid participantId) =>
        Convert.ToHexStringLower(Hash(PseudonymPurpose, $"{participantId:D} {study}").ToBytes());

    /// <summary>Tells whether a register was filled with this lookup key; the register keeps it.</summary>
    public LookupHash LookupKeyCheck() => Hash(CheckPurpose, "");

    private LookupHash Hash(byte purpose, string value)
    {
        Span<byte> text =
            Encoding.UTF8.GetMaxByteCount(value.Length) < LongestOnStack
                ? stackalloc byte[LongestOnStack]
                : new byte[1 + Encoding.UTF8.GetMaxByteCount(value.Length)];
        text[0] = purpose;
        var length = 1 + Encoding.UTF8.GetBytes(value, text[1..]);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Keys.LookupKey, text[..length], hash);
        return LookupHash.FromBytes(hash);
    }

    private byte[] Unwrap(Guid participantId, string masterKeyId, byte[] wrapped) =>
        Decrypt(Keys.Wrapping(masterKeyId), wrapped, participantId, KeyPurpose);

    private static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, Guid participantId, byte purpose)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        return Encrypt(key, nonce, plain, participantId, purpose);
    }

    private static byte[] Encrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plain,
        Guid participantId,
        byte purpose
    )
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        nonce.CopyTo(result);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(^TagBytes..), Bound(participantId, purpose));
        return result;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> key, byte[] data, Guid participantId, byte purpose)
    {
        if (data.Length < NonceBytes + TagBytes)
        {
            throw new SealException($"The sealed data of participant {participantId} is cut off");
        }

        var plain = new byte[data.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(
                data.AsSpan(0, NonceBytes),
                data.AsSpan(NonceBytes, plain.Length),
                data.AsSpan(^TagBytes..),
                plain,
                Bound(participantId, purpose)
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new SealException($"The sealed data of participant {participantId} does not open: another key, or damaged", exception);
        }
    }

    /// <summary>The associated data: whose it is, and what it is.</summary>
    private static byte[] Bound(Guid participantId, byte purpose)
    {
        var bound = new byte[17];
        participantId.TryWriteBytes(bound, bigEndian: true, out _);
        bound[^1] = purpose;
        return bound;
    }
}
