namespace Burgernet.Api.Problems;

/// <summary>Why a node cannot be told something.</summary>
internal static class NodeReasons
{
    public static readonly ProblemReason UnknownNode = new(
        "unknown-node",
        ProblemTypes.UnknownNode,
        "There is no node with this id; GET /v1/nodes lists them. An id changes at each start.",
        "Er is geen node met dit nummer; GET /v1/nodes noemt ze. Het nummer is na elke start een ander."
    );
    public static readonly ProblemReason NodeGone = new(
        "node-gone",
        ProblemTypes.NodeState,
        "The node is stopping, or gone: start it again.",
        "De node stopt, of is weg: start hem opnieuw."
    );
    public static readonly ProblemReason NodeSilent = new(
        "node-silent",
        ProblemTypes.Unavailable,
        "The node does not answer; if it is dead the others will say so within seconds.",
        "De node antwoordt niet; is hij dood, dan zeggen de andere dat binnen enkele seconden."
    );
}
