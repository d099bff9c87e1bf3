namespace Burgernet.Dossier;

/// <summary>The last entry of an action's own chain, and what signs it. Kept elsewhere it proves what the dossier held.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dossier-head")]
public sealed record DossierHead
{
    /// <summary>The entry's place in the chain.</summary>
    [Id(0)]
    public required long Sequence { get; init; }

    /// <summary>Its hash, lower-case hex.</summary>
    [Id(1)]
    public required string Hash { get; init; }

    /// <summary>When it was recorded and signed, in whole microseconds.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The hash of the act behind it, lower-case hex; zeros where no request caused it.</summary>
    [Id(3)]
    public required string Act { get; init; }

    /// <summary>Which key signed it; null for an entry from before there were signatures.</summary>
    [Id(4)]
    public string? KeyId { get; init; }

    /// <summary>The signature in base64: r and s of ECDSA over P-256, 32 bytes each; null as the key's id.</summary>
    [Id(5)]
    public string? Signature { get; init; }
}
