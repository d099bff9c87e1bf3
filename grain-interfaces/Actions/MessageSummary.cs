using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>A message of an action, and how far it is.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.message-summary")]
public sealed record MessageSummary
{
    /// <summary>Its number; 1 is the call itself.</summary>
    [Id(0)]
    public required int Number { get; init; }

    /// <summary>What it is for.</summary>
    [Id(1)]
    public required MessageKind Kind { get; init; }

    /// <summary>The languages it was recorded in.</summary>
    [Id(2)]
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>When it was added.</summary>
    [Id(3)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Who added it.</summary>
    [Id(4)]
    public required string Dispatcher { get; init; }

    /// <summary>People it is for, so far.</summary>
    [Id(5)]
    public required int Deliveries { get; init; }

    /// <summary>Of them, whose phone rang or was answered for it.</summary>
    [Id(6)]
    public required int Contacted { get; init; }

    /// <summary>Who heard it for at least 80 % of its length.</summary>
    [Id(7)]
    public required int Heard { get; init; }

    /// <summary>Deliveries of it with a result.</summary>
    [Id(8)]
    public required int Done { get; init; }
}
