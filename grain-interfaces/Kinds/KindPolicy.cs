using Burgernet.Actions;

namespace Burgernet.Kinds;

/// <summary>What holds for actions of a kind: the installation's settings over the defaults.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.kind-policy")]
public sealed record KindPolicy
{
    /// <summary>The kind.</summary>
    [Id(0)]
    public required ActionKind Kind { get; init; }

    /// <summary>How much it presses.</summary>
    [Id(1)]
    public required Urgency Urgency { get; init; }

    /// <summary>When nobody is called, or null for never.</summary>
    [Id(2)]
    public required QuietHours? QuietHours { get; init; }

    /// <summary>Whether a dispatcher may call in quiet hours, with a reason.</summary>
    [Id(3)]
    public required bool QuietHoursMayBeOverridden { get; init; }

    /// <summary>The largest area, in square kilometres.</summary>
    [Id(4)]
    public required double LargestAreaSquareKilometres { get; init; }

    /// <summary>Calling more people than this takes a confirmation.</summary>
    [Id(5)]
    public required int ConfirmAbove { get; init; }

    /// <summary>What calls and texts cost.</summary>
    [Id(6)]
    public required Tariff Tariff { get; init; }

    /// <summary>Opening and closing sentences, Dutch first.</summary>
    [Id(7)]
    public required IReadOnlyList<KindScript> Scripts { get; init; }

    /// <summary>SHA-256 over all of it, lower-case hex: stands in the dossier of each action that was started under it.</summary>
    [Id(8)]
    public required string Version { get; init; }

    /// <summary>How long after each try that reached nobody the next may leave; as many further tries as there are.</summary>
    [Id(9)]
    public IReadOnlyList<TimeSpan> RetryAfter { get; init; } = [];

    /// <summary>How long after the start the last attempt may leave, or null for no limit.</summary>
    [Id(10)]
    public TimeSpan? Deadline { get; init; }

    /// <summary>By what actions of the kind may reach people. An action that names none goes by phone where that is among them.</summary>
    [Id(11)]
    public IReadOnlyList<Medium> Media { get; init; } = [Medium.Voice];
}
