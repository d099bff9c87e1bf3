namespace Burgernet.Api.Imports;

/// <summary>The control room's imports, newest first.</summary>
public sealed record ImportListJson
{
    /// <summary>The imports.</summary>
    public required IReadOnlyList<ImportJson> Imports { get; init; }
}
