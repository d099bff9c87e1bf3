using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Api.Actions;

/// <summary>One message to one participant: no number, no name, no position.</summary>
public sealed record DeliveryJson
{
    /// <summary>The participant's id in the register; only for dispatchers.</summary>
    public Guid? ParticipantId { get; init; }

    /// <summary>What stands for the participant in this action; another one in every other action.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Which message of the action it is: 1 is the call itself.</summary>
    public required int Message { get; init; }

    /// <summary>By what it goes: voice, sms.</summary>
    public required Medium Medium { get; init; }

    /// <summary>The lane it is in.</summary>
    public required int Lane { get; init; }

    /// <summary>The distance band, of 250 m each, from 0.</summary>
    public required int Band { get; init; }

    /// <summary>Attempts so far.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether a call is under way.</summary>
    public required bool UnderWay { get; init; }

    /// <summary>The result; absent until there is one.</summary>
    public DeliveryResult? Result { get; init; }

    /// <summary>The status code behind the result of the last attempt: of SIP for a call, of SMPP for an SMS.</summary>
    public int? SipStatus { get; init; }

    /// <summary>Keys pressed, in order.</summary>
    public required string Keys { get; init; }

    /// <summary>When it was selected.</summary>
    public required DateTimeOffset SelectedAt { get; init; }

    /// <summary>When the last attempt was claimed.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How much of the message was played, in milliseconds.</summary>
    public required int PlayedMilliseconds { get; init; }

    /// <summary>Whether an attempt was dialled again because a node died while it was in flight.</summary>
    public required bool Redialled { get; init; }

    internal static DeliveryJson Of(DeliveryView delivery, string pseudonym, bool named) =>
        new()
        {
            ParticipantId = named ? delivery.ParticipantId : null,
            Pseudonym = pseudonym,
            Message = delivery.Message,
            Medium = delivery.Medium,
            Lane = delivery.Lane,
            Band = delivery.Band,
            Attempts = delivery.Attempts,
            UnderWay = delivery.UnderWay,
            Result = delivery.Result == DeliveryResult.None ? null : delivery.Result,
            SipStatus = delivery.SipStatus == 0 ? null : delivery.SipStatus,
            Keys = delivery.Keys,
            SelectedAt = delivery.SelectedAt,
            ClaimedAt = delivery.ClaimedAt,
            AnsweredAt = delivery.AnsweredAt,
            EndedAt = delivery.EndedAt,
            PlayedMilliseconds = delivery.PlayedMilliseconds,
            Redialled = delivery.Redialled,
        };
}
