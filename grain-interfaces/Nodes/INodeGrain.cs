using Burgernet.Actions;

namespace Burgernet.Nodes;

/// <summary>One node, standing on it. Key: <c>node|{silo address with generation}</c>.</summary>
[Alias("burgernet.INode")]
public interface INodeGrain : IGrainWithStringKey
{
    /// <summary>How it stands.</summary>
    [Alias("Report")]
    Task<NodeReport> Report();

    /// <summary>Begins to drain; returns at once.</summary>
    /// <returns>How it stands then.</returns>
    [Alias("Drain")]
    Task<NodeReport> Drain(bool exit, Actor actor);

    /// <summary>Takes calls again; of one that stops, nothing changes.</summary>
    /// <returns>How it stands then.</returns>
    [Alias("Undrain")]
    Task<NodeReport> Undrain(Actor actor);
}
