namespace Burgernet.Api.Actions;

/// <summary>Some of an action's dossier, in order of recording.</summary>
public sealed record DossierJson
{
    /// <summary>The entries.</summary>
    public required IReadOnlyList<DossierEntryJson> Entries { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
