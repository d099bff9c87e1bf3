using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Signups;

/// <summary>A token as stored: what was sent cannot be made of it.</summary>
/// <param name="Hash">Its keyed hash.</param>
/// <param name="ParticipantId">Whose.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record StoredToken(LookupHash Hash, Guid ParticipantId, TokenPurpose Purpose, DateTimeOffset ExpiresAt);
