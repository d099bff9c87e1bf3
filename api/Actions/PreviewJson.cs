using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Api.Actions;

/// <summary>A call to a dispatcher's own phone with the message of an action, or an SMS to it where the action calls nobody.</summary>
public sealed record PreviewJson
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string Dispatcher { get; init; }

    /// <summary>By what: <c>voice</c>, or <c>sms</c> of an action that calls nobody.</summary>
    public required Medium Medium { get; init; }

    /// <summary>The language of the message that is played, or sent.</summary>
    public required Language Language { get; init; }

    /// <summary>The number, all but its ends left out.</summary>
    public required string Phone { get; init; }

    /// <summary>What became of it; under-way until it is over. Of an SMS that the SMS centre took: to-carrier.</summary>
    public required PreviewResult Result { get; init; }

    /// <summary>Whether it rang; known once it was answered or is over.</summary>
    public required bool Rang { get; init; }

    /// <summary>Whether it was answered.</summary>
    public required bool Answered { get; init; }

    /// <summary>Whether at least 80 % of the message was played.</summary>
    public required bool Heard { get; init; }

    /// <summary>When it rang; absent where it did not, or the carrier did not say.</summary>
    public DateTimeOffset? RangAt { get; init; }

    /// <summary>When it was answered; absent where it was not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The SIP status code behind it; absent where there is none.</summary>
    public int? SipStatus { get; init; }

    /// <summary>Seconds of the message that were played.</summary>
    public required double PlayedSeconds { get; init; }

    /// <summary>Seconds that the whole message is long.</summary>
    public required double MessageSeconds { get; init; }

    internal static PreviewJson Of(Preview preview) =>
        new()
        {
            Id = preview.Id,
            At = preview.At,
            Dispatcher = preview.Dispatcher,
            Medium = preview.Medium,
            Language = preview.Language,
            Phone = preview.MaskedPhone,
            Result = preview.Result,
            Rang = preview.RangAt is not null || preview.AnsweredAt is not null,
            Answered = preview.AnsweredAt is not null,
            Heard = preview.Result == PreviewResult.Heard,
            RangAt = preview.RangAt,
            AnsweredAt = preview.AnsweredAt,
            SipStatus = preview.SipStatus == 0 ? null : preview.SipStatus,
            PlayedSeconds = preview.PlayedMilliseconds / 1000.0,
            MessageSeconds = preview.MessageMilliseconds / 1000.0,
        };
}
