using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What is known of an attempt; replaces what was stored of it.</summary>
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
    int PlayedMilliseconds
);
