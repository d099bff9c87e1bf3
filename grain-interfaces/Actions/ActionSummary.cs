namespace Burgernet.Actions;

/// <summary>An action on one line.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-summary")]
public sealed record ActionSummary
{
    /// <summary>The action's id.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    [Id(1)]
    public required ActionKind Kind { get; init; }

    /// <summary>The control room's own reference.</summary>
    [Id(2)]
    public required string IncidentNumber { get; init; }

    /// <summary>Whether it is a practice action.</summary>
    [Id(3)]
    public required bool Practice { get; init; }

    /// <summary>Where it is in its life.</summary>
    [Id(4)]
    public required ActionStatus Status { get; init; }

    /// <summary>When it was prepared.</summary>
    [Id(5)]
    public required DateTimeOffset CreatedAt { get; init; }
}
