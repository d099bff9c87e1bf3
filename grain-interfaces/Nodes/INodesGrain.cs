using Burgernet.Actions;

namespace Burgernet.Nodes;

/// <summary>The nodes of the installation. Key: 0; many at once. Holds nothing: it looks at the members, asks each, and asks the carriers for their leases.</summary>
[Alias("burgernet.INodes")]
public interface INodesGrain : IGrainWithIntegerKey
{
    /// <summary>Those that live, and those that went within the last hour, or whose calls may still hold lines; the oldest first.</summary>
    [Alias("List")]
    Task<NodeView[]> List();

    /// <summary>Tells a node to start no call and to let those finish that were answered; returns when it has begun. Repeating it changes nothing.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="exit">Whether it stops by itself when it is drained.</param>
    /// <param name="actor">Who orders it; recorded in the node's log.</param>
    [Alias("Drain")]
    Task<NodeReply> Drain(string node, bool exit, Actor actor);

    /// <summary>Tells a node that drains, or is drained, to take calls again.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="actor">Who orders it; recorded in the node's log.</param>
    [Alias("Undrain")]
    Task<NodeReply> Undrain(string node, Actor actor);
}
