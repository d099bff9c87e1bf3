namespace Burgernet.Actions;

/// <summary>One line of the action dossier: an event of the action or of one of its lanes, as stored.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.dossier-entry")]
public sealed record DossierEntry
{
    /// <summary>The lane whose chain it stands in, or null for the action's own chain.</summary>
    [Id(0)]
    public required int? Lane { get; init; }

    /// <summary>Its place in that chain, from 1.</summary>
    [Id(1)]
    public required long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>What it is: <c>drafted</c>, <c>started</c>, <c>selected</c>, <c>claimed</c>, <c>answered</c>, <c>ended</c> …</summary>
    [Id(3)]
    public required string Type { get; init; }

    /// <summary>The control room, for the action's own events.</summary>
    [Id(4)]
    public string? ControlRoom { get; init; }

    /// <summary>The dispatcher, for the action's own events (<c>system</c> where the system itself acted).</summary>
    [Id(5)]
    public string? Dispatcher { get; init; }

    /// <summary>The event's content as JSON, exactly the bytes that were hashed.</summary>
    [Id(6)]
    public required string Data { get; init; }

    /// <summary>SHA-256 of the entry before it in its chain, lower-case hex (zeros for the first).</summary>
    [Id(7)]
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of this entry, lower-case hex.</summary>
    [Id(8)]
    public required string Hash { get; init; }
}
