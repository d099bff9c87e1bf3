using Burgernet.Dialing;

namespace Burgernet.Dossier;

/// <summary>One try at a delivery, as others may see it: no number, no id of a participant.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.attempt-view")]
public sealed record AttemptView
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

    /// <summary>Which attempt of the delivery, from 1.</summary>
    [Id(3)]
    public required int Attempt { get; init; }

    /// <summary>Over which carrier.</summary>
    [Id(4)]
    public required string Carrier { get; init; }

    /// <summary>Whether an attempt before it was in flight when a node died.</summary>
    [Id(5)]
    public required bool Redial { get; init; }

    /// <summary>When it was claimed.</summary>
    [Id(6)]
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>When it rang, or null.</summary>
    [Id(7)]
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was answered, or null.</summary>
    [Id(8)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    [Id(9)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; <see cref="CallEnd.None"/> until then.</summary>
    [Id(10)]
    public required CallEnd End { get; init; }

    /// <summary>The SIP status code behind its end, or 0.</summary>
    [Id(11)]
    public required int SipStatus { get; init; }

    /// <summary>Keys pressed, in order.</summary>
    [Id(12)]
    public required string Keys { get; init; }

    /// <summary>How much of the message was played, in milliseconds.</summary>
    [Id(13)]
    public required int PlayedMilliseconds { get; init; }
}
