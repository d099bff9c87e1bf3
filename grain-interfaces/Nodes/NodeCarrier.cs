namespace Burgernet.Nodes;

/// <summary>What a node has of a carrier now.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.node-carrier")]
public sealed record NodeCarrier
{
    /// <summary>The carrier's name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Lines leased to it; 0 where it has no lease.</summary>
    [Id(1)]
    public int Lines { get; init; }

    /// <summary>New calls a second of its lease.</summary>
    [Id(2)]
    public int CallsPerSecond { get; init; }

    /// <summary>Calls that it held when it last asked for its lease, at most about a second ago.</summary>
    [Id(3)]
    public int Calls { get; init; }

    /// <summary>Lines that nobody may use because calls of this node may still hold them: it died, or did not renew its lease.</summary>
    [Id(4)]
    public int ChargedLines { get; init; }

    /// <summary>When the last of them is free at the latest.</summary>
    [Id(5)]
    public DateTimeOffset? ChargedUntil { get; init; }
}
