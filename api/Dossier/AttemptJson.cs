using Burgernet.Dialing;
using Burgernet.Dossier;

namespace Burgernet.Api.Dossier;

/// <summary>One try at a delivery: no number, no name, no id of a participant.</summary>
public sealed record AttemptJson
{
    /// <summary>What stands for the participant in this action; another one in every other action.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Which message, from 1.</summary>
    public required int Message { get; init; }

    /// <summary><c>voice</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Which attempt of the delivery, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Over which carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether an attempt before it was in flight when a node died.</summary>
    public required bool Redial { get; init; }

    /// <summary>When it was claimed.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>When it rang.</summary>
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; absent until then.</summary>
    public CallEnd? End { get; init; }

    /// <summary>The SIP status code behind its end.</summary>
    public int? SipStatus { get; init; }

    /// <summary>Keys pressed, in order.</summary>
    public required string Keys { get; init; }

    /// <summary>How much of the message was played, in milliseconds.</summary>
    public required int PlayedMilliseconds { get; init; }

    internal static AttemptJson Of(AttemptView attempt) =>
        new()
        {
            Pseudonym = attempt.Pseudonym,
            Message = attempt.Message,
            Channel = attempt.Channel,
            Attempt = attempt.Attempt,
            Carrier = attempt.Carrier,
            Redial = attempt.Redial,
            ClaimedAt = attempt.ClaimedAt,
            RangAt = attempt.RangAt,
            AnsweredAt = attempt.AnsweredAt,
            EndedAt = attempt.EndedAt,
            End = attempt.End == CallEnd.None ? null : attempt.End,
            SipStatus = attempt.SipStatus == 0 ? null : attempt.SipStatus,
            Keys = attempt.Keys,
            PlayedMilliseconds = attempt.PlayedMilliseconds,
        };
}
