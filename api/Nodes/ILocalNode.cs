namespace Burgernet.Api.Nodes;

/// <summary>The node that serves the API in its own process. The node implements it; an API that is only a client of the cluster has none.</summary>
public interface ILocalNode
{
    /// <summary>Its id; null for none.</summary>
    string? Id { get; }
}
