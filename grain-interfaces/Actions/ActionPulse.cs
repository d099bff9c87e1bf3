namespace Burgernet.Actions;

/// <summary>How an action stands, in few bytes: what is told of it while it goes on. The dossier says the rest.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-pulse")]
public sealed record ActionPulse
{
    /// <summary>The action's id.</summary>
    [Id(0)]
    public required Guid Id { get; init; }

    /// <summary>The control room that owns it.</summary>
    [Id(1)]
    public required string ControlRoom { get; init; }

    /// <summary>When this was so, by the clock of the action's silo.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it is in its life.</summary>
    [Id(3)]
    public required ActionStatus Status { get; init; }

    /// <summary>Sequence of the last event in its own chain of the dossier, from 1.</summary>
    [Id(4)]
    public required long Sequence { get; init; }

    /// <summary>How far it is; zeros in a draft.</summary>
    [Id(5)]
    public required ActionProgress Progress { get; init; }

    /// <summary>Until when quiet hours hold its calls back, or null.</summary>
    [Id(6)]
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>Whether nothing more can happen to it.</summary>
    [Id(7)]
    public bool IsOver { get; init; }

    /// <summary>Whether another one says the same, at whatever moment.</summary>
    public bool SaysTheSameAs(ActionPulse other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var results = Progress.Results;
        return this with { At = other.At, Progress = other.Progress } == other
            && Progress with { Results = other.Progress.Results } == other.Progress
            && results.Count == other.Progress.Results.Count
            && results.All(result => other.Progress.Results.TryGetValue(result.Key, out var count) && count == result.Value);
    }
}
