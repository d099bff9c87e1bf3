namespace Burgernet.Dossier;

/// <summary>The public keys that the heads of dossiers are verified with. Key: 0.</summary>
[Alias("burgernet.IDossierKeys")]
public interface IDossierKeysGrain : IGrainWithIntegerKey
{
    /// <summary>All of them, oldest first.</summary>
    [Alias("List")]
    Task<IReadOnlyList<DossierKey>> List();
}
