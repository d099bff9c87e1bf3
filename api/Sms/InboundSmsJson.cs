using Burgernet.Sms;

namespace Burgernet.Api.Sms;

/// <summary>A text message that fits no action.</summary>
public sealed record InboundSmsJson
{
    /// <summary>Names the message.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Whether it came by a carrier for practice.</summary>
    public required bool Practice { get; init; }

    /// <summary>By which carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>The number or short code that it was sent to.</summary>
    public required string To { get; init; }

    /// <summary>Who sent it: of a number its country and last two digits.</summary>
    public required string From { get; init; }

    /// <summary>Whether whoever sent it takes part.</summary>
    public required bool Participant { get; init; }

    /// <summary>What they mean by it: <c>tip</c>, or <c>help</c> for who asks for help.</summary>
    public required SmsMeaning Meaning { get; init; }

    /// <summary>Whether it is to be read first.</summary>
    public required bool Urgent { get; init; }

    /// <summary>In their words.</summary>
    public required string Text { get; init; }

    /// <summary>What was replied; absent where nothing was.</summary>
    public SmsReplyKind? Reply { get; init; }

    internal static InboundSmsJson Of(UnassignedSms sms) =>
        new()
        {
            Id = sms.Id,
            ReceivedAt = sms.ReceivedAt,
            Practice = sms.Practice,
            Carrier = sms.Carrier,
            To = sms.To,
            From = sms.MaskedFrom,
            Participant = sms.IsParticipant,
            Meaning = sms.Meaning,
            Urgent = sms.Meaning == SmsMeaning.Help,
            Text = sms.Text.Value,
            Reply = sms.Reply,
        };
}
