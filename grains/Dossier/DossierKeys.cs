using System.Security.Cryptography;
using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dossier;

/// <summary>The keys that sign the heads of dossiers: the last one with a private part signs, all of them verify. Safe for use from several threads.</summary>
/// <remarks>ECDSA over P-256: what .NET, openssl and every auditor's tool have. Ed25519 is not in .NET 10.</remarks>
public sealed class DossierKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly string? _signing;

    /// <summary>Takes the keys over.</summary>
    /// <param name="keys">Oldest first, by id; only P-256.</param>
    /// <param name="signing">The id of the one that signs; null where none may, as when a dossier is only verified.</param>
    public DossierKeys(IEnumerable<(string Id, ECDsa Key)> keys, string? signing)
    {
        foreach (var (id, key) in keys)
        {
            _keys.Add(id, key);
        }

        _signing = signing;
    }

    /// <summary>The public keys, oldest first: id and SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in DER.</summary>
    public IReadOnlyList<(string Id, byte[] PublicKey, bool Signs)> Public
    {
        get
        {
            lock (_lock)
            {
                return [.. _keys.Select(key => (key.Key, key.Value.ExportSubjectPublicKeyInfo(), key.Key == _signing))];
            }
        }
    }

    /// <summary>Signs the head that an event makes.</summary>
    public HeadSignature Sign(Guid actionId, ActionEvent head)
    {
        ArgumentNullException.ThrowIfNull(head);
        var keyId = _signing ?? throw new InvalidOperationException("None of these keys signs");
        var act = SignedHead.ActOf(head.OperationId, head.Fingerprint);
        var bytes = SignedHead.Bytes(actionId, head.Sequence, head.Hash, HashChain.Microseconds(head.At), act, keyId);
        lock (_lock)
        {
            return new HeadSignature(keyId, head.At, _keys[keyId].SignData(bytes, HashAlgorithmName.SHA256));
        }
    }

    /// <summary>Whether a key is among these.</summary>
    public bool Has(string keyId) => _keys.ContainsKey(keyId);

    /// <summary>Whether a signature is that of a key over these bytes; false for a key that is not among these.</summary>
    public bool Verify(string keyId, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        lock (_lock)
        {
            return _keys.TryGetValue(keyId, out var key) && key.VerifyData(bytes, signature, HashAlgorithmName.SHA256);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
