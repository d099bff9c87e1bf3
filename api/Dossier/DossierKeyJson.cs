using Burgernet.Dossier;

namespace Burgernet.Api.Dossier;

/// <summary>A public key that heads of dossiers are verified with.</summary>
public sealed record DossierKeyJson
{
    /// <summary>Its name, which stands beside every signature.</summary>
    public required string Id { get; init; }

    /// <summary><c>ES256</c>: ECDSA over P-256 with SHA-256.</summary>
    public required string Algorithm { get; init; }

    /// <summary>In PEM.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Whether new heads are signed with it.</summary>
    public required bool Signs { get; init; }

    internal static DossierKeyJson Of(DossierKey key) =>
        new()
        {
            Id = key.Id,
            Algorithm = "ES256",
            PublicKey = key.PublicKey,
            Signs = key.Signs,
        };
}
