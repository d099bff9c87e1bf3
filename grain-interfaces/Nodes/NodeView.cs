namespace Burgernet.Nodes;

/// <summary>A node of the installation, as the others see it and as it tells itself.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.node-view")]
public sealed record NodeView
{
    /// <summary>Its address and generation, <c>10.0.0.1:11111@123456</c>: the incarnation that stands in the dossier. Another one at each start.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What it is doing.</summary>
    [Id(1)]
    public required NodeStatus Status { get; init; }

    /// <summary>The machine's name; null where only its calls are still known of.</summary>
    [Id(2)]
    public string? Host { get; init; }

    /// <summary>Address and port at which the other nodes reach it.</summary>
    [Id(3)]
    public required string Address { get; init; }

    /// <summary>When it started; null where only its calls are still known of.</summary>
    [Id(4)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last said that it lives; null where only its calls are still known of.</summary>
    [Id(5)]
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The version of Burgernet that it runs; null where it does not answer.</summary>
    [Id(6)]
    public string? Version { get; init; }

    /// <summary>Since when it starts no call, or null.</summary>
    [Id(7)]
    public DateTimeOffset? DrainingSince { get; init; }

    /// <summary>What it has of each carrier: those where it has something, by name.</summary>
    [Id(8)]
    public required NodeCarrier[] Carriers { get; init; }

    /// <summary>How far its clock is ahead of the database's, negative where it is behind; null where that is not known, or it does not answer.</summary>
    [Id(9)]
    public TimeSpan? ClockOffset { get; init; }
}
