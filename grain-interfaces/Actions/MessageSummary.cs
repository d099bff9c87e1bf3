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

    /// <summary>Its deliveries so far: one for each person and medium.</summary>
    [Id(5)]
    public required int Deliveries { get; init; }

    /// <summary>People whose phone rang or was answered for it, or for whom a carrier has it as a text.</summary>
    [Id(6)]
    public required int Contacted { get; init; }

    /// <summary>Who heard it for at least 80 % of its length.</summary>
    [Id(7)]
    public required int Heard { get; init; }

    /// <summary>Deliveries of it with a result.</summary>
    [Id(8)]
    public required int Done { get; init; }

    /// <summary>People who heard it, or on whose handset it is.</summary>
    [Id(9)]
    public int Reached { get; init; }

    /// <summary>By what it goes.</summary>
    [Id(10)]
    public IReadOnlyList<Medium> Media { get; init; } = [Medium.Voice];

    /// <summary>What it says as an SMS; none where it does not go so.</summary>
    [Id(11)]
    public IReadOnlyList<TextSummary> Texts { get; init; } = [];

    /// <summary>What it says as a mail; none where it does not go so.</summary>
    [Id(12)]
    public IReadOnlyList<WrittenMail> Mails { get; init; } = [];
}
