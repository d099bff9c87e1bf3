namespace Burgernet.Dossier;

/// <summary>A public key that heads of dossiers are verified with: ECDSA over P-256.</summary>
/// <param name="Id">Its name, which stands beside every signature.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in PEM.</param>
/// <param name="Signs">Whether new heads are signed with it.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dossier-key")]
public sealed record DossierKey([property: Id(0)] string Id, [property: Id(1)] string PublicKey, [property: Id(2)] bool Signs);
