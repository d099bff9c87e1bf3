namespace Burgernet.Api.Nodes;

/// <summary>The API stands outside the nodes.</summary>
internal sealed class NoLocalNode : ILocalNode
{
    /// <inheritdoc/>
    public string? Id => null;
}
