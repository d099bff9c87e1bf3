namespace Burgernet.Api.Dossier;

/// <summary>The public keys of dossiers.</summary>
public sealed record DossierKeyListJson
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<DossierKeyJson> Keys { get; init; }
}
