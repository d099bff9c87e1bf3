using Burgernet.Dossier;

namespace Burgernet.Api.Dossier;

/// <summary>The last entry of an action's own chain, and what signs it. Kept elsewhere it proves what the dossier held (docs/actions.md, Signed heads).</summary>
public sealed record DossierHeadJson
{
    /// <summary>The action.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>The entry's place in the chain.</summary>
    public required long Sequence { get; init; }

    /// <summary>SHA-256 of the entry, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was recorded and signed, in microseconds since 1970, as it is signed.</summary>
    public required long AtMicroseconds { get; init; }

    /// <summary>When it was recorded and signed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the request behind it, hexadecimal; zeros where none was.</summary>
    public required string Act { get; init; }

    /// <summary>Which key signed it; absent for an entry from before there were signatures.</summary>
    public string? KeyId { get; init; }

    /// <summary>The signature in base64: r and s of ECDSA over P-256 with SHA-256, 32 bytes each.</summary>
    public string? Signature { get; init; }

    internal static DossierHeadJson Of(Guid actionId, DossierHead head) =>
        new()
        {
            ActionId = actionId,
            Sequence = head.Sequence,
            Hash = head.Hash,
            AtMicroseconds = (head.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
            At = head.At,
            Act = head.Act,
            KeyId = head.KeyId,
            Signature = head.Signature,
        };
}
