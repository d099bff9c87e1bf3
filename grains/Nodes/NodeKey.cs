using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.Nodes;

/// <summary>The key of a node grain: <c>node|{silo address with generation}</c>, so that it is placed as a dialer is.</summary>
internal static class NodeKey
{
    /// <summary>The key of the node with this id.</summary>
    public static string Of(string node) => DialerKey.Of("node", node);

    /// <summary>The node's id.</summary>
    public static string Parse(string key) => DialerKey.Parse(key).Incarnation;
}
