using System.Security.Cryptography;

namespace Burgernet.Grains.Participants;

/// <summary>The keys of the register, in memory only.</summary>
/// <remarks>What is configured is never used itself: from each, one key for one purpose is derived (HKDF-SHA-256, RFC 5869).</remarks>
public sealed class RegisterKeys
{
    private const int KeyBytes = 32;

    private static readonly byte[] WrapPurpose = [.. "burgernet/register/wrap/1"u8];
    private static readonly byte[] LookupPurpose = [.. "burgernet/register/lookup/1"u8];

    private readonly Dictionary<string, byte[]> _wrapping = new(StringComparer.Ordinal);

    /// <summary>Takes the keys.</summary>
    /// <param name="masterKeys">Oldest first; the last one wraps, all of them unwrap.</param>
    /// <param name="lookupMaterial">At least 32 bytes for look-ups, another secret than any master key.</param>
    /// <exception cref="ArgumentException">No master key, two of one name, or one that is too short.</exception>
    public RegisterKeys(IReadOnlyList<MasterKey> masterKeys, byte[] lookupMaterial)
    {
        ArgumentNullException.ThrowIfNull(masterKeys);
        ArgumentNullException.ThrowIfNull(lookupMaterial);
        if (masterKeys.Count == 0 || masterKeys.Any(key => key.Material.Length < MasterKey.LeastBytes))
        {
            throw new ArgumentException($"The register needs a master key of at least {MasterKey.LeastBytes} bytes", nameof(masterKeys));
        }

        if (lookupMaterial.Length < MasterKey.LeastBytes)
        {
            throw new ArgumentException($"The lookup key has at least {MasterKey.LeastBytes} bytes", nameof(lookupMaterial));
        }

        foreach (var key in masterKeys)
        {
            if (!_wrapping.TryAdd(key.Id, Derive(key.Material, WrapPurpose)))
            {
                throw new ArgumentException($"Two master keys are named '{key.Id}'", nameof(masterKeys));
            }
        }

        NewestId = masterKeys[^1].Id;
        LookupKey = Derive(lookupMaterial, LookupPurpose);
    }

    /// <summary>The master key that wraps.</summary>
    public string NewestId { get; }

    /// <summary>The names of all master keys.</summary>
    public IReadOnlyCollection<string> Ids => _wrapping.Keys;

    internal byte[] LookupKey { get; }

    /// <inheritdoc/>
    public override string ToString() => $"master keys {string.Join(", ", Ids)}";

    internal byte[] Wrapping(string id) =>
        _wrapping.TryGetValue(id, out var key)
            ? key
            : throw new SealException($"Master key '{id}' wraps keys in this register and is not configured");

    private static byte[] Derive(byte[] material, byte[] purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, KeyBytes, salt: null, purpose);
}
