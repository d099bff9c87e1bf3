using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Dossier;

/// <summary>A delivery for whoever studies an action afterwards: no number, no place, no id of a participant.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.delivery-record")]
public sealed record DeliveryRecord
{
    /// <summary>What stands for the participant in this action.</summary>
    [Id(0)]
    public required string Pseudonym { get; init; }

    /// <summary>Which message, from 1.</summary>
    [Id(1)]
    public required int Message { get; init; }

    /// <summary><c>voice</c>.</summary>
    [Id(2)]
    public required string Channel { get; init; }

    /// <summary>In which language.</summary>
    [Id(3)]
    public required Language Language { get; init; }

    /// <summary>The distance band, of 250 m each, from 0.</summary>
    [Id(4)]
    public required int Band { get; init; }

    /// <summary>When it was selected.</summary>
    [Id(5)]
    public required DateTimeOffset SelectedAt { get; init; }

    /// <summary>The result, <see cref="DeliveryResult.None"/> until there is one.</summary>
    [Id(6)]
    public required DeliveryResult Result { get; init; }

    /// <summary>When that was known, or null.</summary>
    [Id(7)]
    public DateTimeOffset? ResultAt { get; init; }

    /// <summary>Whether the person was contacted; false until there is a result.</summary>
    [Id(8)]
    public required bool Contacted { get; init; }

    /// <summary>Attempts so far.</summary>
    [Id(9)]
    public required int Attempts { get; init; }

    /// <summary>The last of them, or null.</summary>
    [Id(10)]
    public AttemptView? Last { get; init; }
}
