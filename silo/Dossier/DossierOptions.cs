namespace Burgernet.Silo.Dossier;

/// <summary>How dossiers are signed (section <c>Burgernet:Dossier</c>). A node without keys here makes one for itself in its data folder.</summary>
public sealed class DossierOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Dossier";

    /// <summary>A JSON file with <c>SigningKeys</c>, readable by the node's user alone. Default none. Used instead of the keys below.</summary>
    public string? SigningKeyFile { get; set; }

    /// <summary>Keys, oldest first: the last one signs, all of them verify. Of those before the last the public part is enough. All nodes of a database have the same.</summary>
    public IList<DossierKeyOptions> SigningKeys { get; init; } = [];

    /// <summary>Entries of before this moment need no signature: when a database from before there were signatures was brought up to date. Default none.</summary>
    public DateTimeOffset? UnsignedUntil { get; set; }
}
