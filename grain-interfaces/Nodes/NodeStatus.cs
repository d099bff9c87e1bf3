namespace Burgernet.Nodes;

/// <summary>What a node is doing. Cluster members, where a node is alone as well.</summary>
[GenerateSerializer]
[Alias("burgernet.node-status")]
public enum NodeStatus
{
    /// <summary>It has told the others that it comes, and does not serve yet.</summary>
    Joining = 0,

    /// <summary>It serves and takes calls.</summary>
    Active = 1,

    /// <summary>It starts no call; those that were answered finish.</summary>
    Draining = 2,

    /// <summary>It holds no call and starts none, until it is told to again. It answers requests.</summary>
    Drained = 3,

    /// <summary>It goes: it stops politely.</summary>
    Leaving = 4,

    /// <summary>It should serve, and does not answer: others have reported it, or this request.</summary>
    Suspected = 5,

    /// <summary>It is gone: it stopped, or the others declared it dead. A node that starts again is another one.</summary>
    Dead = 6,
}
