using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>A delivery as others may see it: no number, no name, no position.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.delivery-view")]
public sealed record DeliveryView
{
    /// <summary>The participant's pseudonym.</summary>
    [Id(0)]
    public required Guid ParticipantId { get; init; }

    /// <summary>The lane it is in.</summary>
    [Id(1)]
    public required int Lane { get; init; }

    /// <summary>The distance band, of 250 m each, from 0.</summary>
    [Id(2)]
    public required int Band { get; init; }

    /// <summary>Attempts so far.</summary>
    [Id(3)]
    public required int Attempts { get; init; }

    /// <summary>Whether a call is under way.</summary>
    [Id(4)]
    public required bool UnderWay { get; init; }

    /// <summary>The result, <see cref="DeliveryResult.None"/> until there is one.</summary>
    [Id(5)]
    public required DeliveryResult Result { get; init; }

    /// <summary>The status code behind the result of the last attempt, or 0: of SIP, SMPP or SMTP.</summary>
    [Id(6)]
    public required int SipStatus { get; init; }

    /// <summary>Keys pressed, in order.</summary>
    [Id(7)]
    public required string Keys { get; init; }

    /// <summary>When it was selected.</summary>
    [Id(8)]
    public required DateTimeOffset SelectedAt { get; init; }

    /// <summary>When the last attempt was claimed, or null.</summary>
    [Id(9)]
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it was answered, or null.</summary>
    [Id(10)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    [Id(11)]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How much of the message was played, in milliseconds.</summary>
    [Id(12)]
    public required int PlayedMilliseconds { get; init; }

    /// <summary>Whether an attempt was dialled again because a node died while it was in flight.</summary>
    [Id(13)]
    public required bool Redialled { get; init; }

    /// <summary>Which message of the action it is, from 1.</summary>
    [Id(14)]
    public required int Message { get; init; }

    /// <summary>By what it goes.</summary>
    [Id(15)]
    public Medium Medium { get; init; }
}
