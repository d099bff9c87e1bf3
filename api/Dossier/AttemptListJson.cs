namespace Burgernet.Api.Dossier;

/// <summary>Some of an action's attempts.</summary>
public sealed record AttemptListJson
{
    /// <summary>The attempts, those of one delivery together.</summary>
    public required IReadOnlyList<AttemptJson> Attempts { get; init; }

    /// <summary>The address of the next page; absent on the last.</summary>
    public string? Next { get; init; }
}
