using Burgernet.Grains.Participants;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>A message or segment as it is stored. What is personal of it is sealed.</summary>
public sealed record StoredSms
{
    /// <summary>Names it.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it came, to the microsecond.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By which carrier.</summary>
    public required string Carrier { get; init; }

    /// <summary>Whether that is one for practice.</summary>
    public required bool Practice { get; init; }

    /// <summary>The number or short code that it was sent to.</summary>
    public required string To { get; init; }

    /// <summary>Stands for who sent it: of a number the same hash by which a participant is found.</summary>
    public required LookupHash Sender { get; init; }

    /// <summary>Stands for the words: tells that the same were sent before.</summary>
    public required LookupHash Words { get; init; }

    /// <summary>Which segment it is, or null for a whole message.</summary>
    public InboundSmsPart? Part { get; init; }

    /// <summary>Sender and words, sealed under <see cref="Id"/>; null once they are not needed any more.</summary>
    public SealedData? Sealed { get; init; }

    /// <summary>How far it is.</summary>
    public SmsState State { get; init; }

    /// <summary>How often dealing with it was put off.</summary>
    public int Attempts { get; init; }

    /// <summary>What is to be done; null before it was decided.</summary>
    public SmsDecision? Decision { get; init; }

    /// <summary>What it came to; null before it was dealt with.</summary>
    public SmsOutcome? Outcome { get; init; }

    /// <summary>What is or was replied, or null.</summary>
    public SmsReplyKind? Reply { get; init; }

    /// <summary>When the reply was handed over, or was about to be.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>What became of the reply; null while that is not known.</summary>
    public SmsReplyResult? ReplyResult { get; init; }
}
