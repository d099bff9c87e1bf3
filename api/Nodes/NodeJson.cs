using Burgernet.Nodes;

namespace Burgernet.Api.Nodes;

/// <summary>A node of the installation.</summary>
public sealed record NodeJson
{
    /// <summary>Address and generation, the incarnation that stands in dossiers; another one at each start.</summary>
    public required string Id { get; init; }

    /// <summary>What it is doing.</summary>
    public required NodeStatus Status { get; init; }

    /// <summary>The machine's name; absent where only its calls are still known of.</summary>
    public string? Host { get; init; }

    /// <summary>Address and port at which the other nodes reach it.</summary>
    public required string Address { get; init; }

    /// <summary>Whether it is the one that answers this request.</summary>
    public required bool Local { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last said that it lives.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The version that it runs; absent where it does not answer.</summary>
    public string? Version { get; init; }

    /// <summary>Since when it starts no call; absent while it does.</summary>
    public DateTimeOffset? DrainingSince { get; init; }

    /// <summary>How far its clock is ahead of the database's, in seconds; negative where it is behind. Absent where that is not known: with SQLite, and where it does not answer.</summary>
    public double? ClockOffsetSeconds { get; init; }

    /// <summary>What it has of each carrier; those where it has nothing left out.</summary>
    public required IReadOnlyList<NodeCarrierJson> Carriers { get; init; }

    internal static NodeJson Of(NodeView node, string? local) =>
        new()
        {
            Id = node.Id,
            Status = node.Status,
            Host = node.Host,
            Address = node.Address,
            Local = node.Id == local,
            StartedAt = node.StartedAt,
            SeenAt = node.SeenAt,
            Version = node.Version,
            DrainingSince = node.DrainingSince,
            ClockOffsetSeconds = node.ClockOffset is { } offset ? Math.Round(offset.TotalSeconds, 3) : null,
            Carriers = [.. node.Carriers.Select(NodeCarrierJson.Of)],
        };
}
