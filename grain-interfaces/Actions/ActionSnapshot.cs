using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>An action as it stands at one moment.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-snapshot")]
public sealed record ActionSnapshot
{
    /// <summary>The action's id.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>The control room that owns it.</summary>
    [Id(1)]
    public required string ControlRoom { get; init; }

    /// <summary>What it is about.</summary>
    [Id(2)]
    public required ActionKind Kind { get; init; }

    /// <summary>Whom or what to look for.</summary>
    [Id(3)]
    public required string Description { get; init; }

    /// <summary>The control room's own reference.</summary>
    [Id(4)]
    public required string IncidentNumber { get; init; }

    /// <summary>Whether it is a practice action: nobody is really called. Fixed at creation.</summary>
    [Id(5)]
    public required bool Practice { get; init; }

    /// <summary>Where it is in its life.</summary>
    [Id(6)]
    public required ActionStatus Status { get; init; }

    /// <summary>Where people are called.</summary>
    [Id(7)]
    public required Area Area { get; init; }

    /// <summary>Where it happened.</summary>
    [Id(8)]
    public required GeoPoint IncidentPoint { get; init; }

    /// <summary>The languages it has a message in.</summary>
    [Id(9)]
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>When it was prepared.</summary>
    [Id(10)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was started, or null.</summary>
    [Id(11)]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was stopped, or null.</summary>
    [Id(12)]
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>How far it is; zeros in a draft.</summary>
    [Id(13)]
    public required ActionProgress Progress { get; init; }

    /// <summary>Sequence of the last event in the dossier, from 1.</summary>
    [Id(14)]
    public required long Sequence { get; init; }

    /// <summary>Until when quiet hours hold its calls back, or null.</summary>
    [Id(15)]
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>The start and each expansion since, in order; none in a draft.</summary>
    [Id(30)]
    public IReadOnlyList<ActionWave> Waves { get; init; } = [];

    /// <summary>How it grows by itself, or null.</summary>
    [Id(31)]
    public PlannedExpansion? ExpansionPlan { get; init; }

    /// <summary>Since when it is paused, or null.</summary>
    [Id(16)]
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Whether the dossier holds all that was accepted; false for a stop or pause that holds while the store is away.</summary>
    [Id(17)]
    public bool Recorded { get; init; } = true;

    /// <summary>What was and is told, the call first, each with how far it is.</summary>
    [Id(20)]
    public IReadOnlyList<MessageSummary> Messages { get; init; } = [];

    /// <summary>When it was closed, or null.</summary>
    [Id(21)]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What came of it; null until it is closed.</summary>
    [Id(22)]
    public ActionResult? Result { get; init; }

    /// <summary>Only who is in at least one of these is called; none for everyone.</summary>
    [Id(26)]
    public IReadOnlyList<TargetGroup> TargetGroups { get; init; } = [];

    /// <summary>By what people are reached.</summary>
    [Id(27)]
    public IReadOnlyList<Medium> Media { get; init; } = [Medium.Voice];

    /// <summary>Whether an SMS goes instead of a call that reached nobody.</summary>
    [Id(28)]
    public bool SmsInstead { get; init; }
}
