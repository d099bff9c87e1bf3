using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What bounced from somebody's address, as stored; nobody has one from whom nothing bounced.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="Address">The hash of the address; of another one than they have now it says nothing any more.</param>
/// <param name="Status">The last enhanced status code.</param>
/// <param name="BouncedAt">When that was.</param>
/// <param name="Soft">Soft bounces that count.</param>
/// <param name="SoftSince">When the first of them was; null where there is none.</param>
/// <param name="SoftAt">When the last of them was; null where there is none.</param>
/// <param name="UndeliverableAt">Since when no mail about actions goes there; null where it does.</param>
public sealed record BounceRow(
    Guid ParticipantId,
    LookupHash Address,
    string Status,
    DateTimeOffset BouncedAt,
    int Soft,
    DateTimeOffset? SoftSince,
    DateTimeOffset? SoftAt,
    DateTimeOffset? UndeliverableAt
);
