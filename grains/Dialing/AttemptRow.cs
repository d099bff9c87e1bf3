using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What is known of an attempt; replaces what was stored of it. Of a text also the carrier's own names for its parts, and the SMS centre whose receipts name them.</summary>
public sealed record AttemptRow(
    Guid ParticipantId,
    int Message,
    int Attempt,
    DateTimeOffset? RangAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    CallEnd End,
    int SipStatus,
    string Keys,
    int PlayedMilliseconds,
    Medium Medium = Medium.Voice,
    IReadOnlyList<string>? CarrierIds = null,
    string Centre = ""
);
