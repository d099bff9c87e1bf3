namespace Burgernet.Nodes;

/// <summary>Why a node cannot be told something.</summary>
[GenerateSerializer]
[Alias("burgernet.node-problem")]
public enum NodeProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>There is no such node, nor was there within the last hour.</summary>
    Unknown = 1,

    /// <summary>It is leaving, or gone: it cannot go back.</summary>
    Gone = 2,

    /// <summary>It does not answer.</summary>
    Silent = 3,
}
