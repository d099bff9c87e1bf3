namespace Burgernet.Api.Nodes;

/// <summary>The nodes of the installation.</summary>
public sealed record NodeListJson
{
    /// <summary>Those that live, and those that went within the last hour or whose calls may still hold lines; the oldest first.</summary>
    public required IReadOnlyList<NodeJson> Nodes { get; init; }
}
