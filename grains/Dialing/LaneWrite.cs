namespace Burgernet.Grains.Dialing;

/// <summary>All that one step of a lane stores, in one transaction.</summary>
public sealed record LaneWrite
{
    /// <summary>The action.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>The lane.</summary>
    public required int Lane { get; init; }

    /// <summary>New deliveries.</summary>
    public IReadOnlyList<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>New claims.</summary>
    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    /// <summary>What became of attempts.</summary>
    public IReadOnlyList<AttemptRow> Attempts { get; init; } = [];

    /// <summary>Results of deliveries.</summary>
    public IReadOnlyList<ResultRow> Results { get; init; } = [];

    /// <summary>The entries of the lane's chain that go with it.</summary>
    public required IReadOnlyList<LaneLogEntry> Log { get; init; }
}
