using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A claim that may still be a call.</summary>
/// <param name="Incarnation">The silo, with its generation, whose dialer made it.</param>
/// <param name="Deadline">When its call is over at the latest.</param>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Sealed">What the number that it calls is sealed in; null where the participant was changed since, or was not asked for.</param>
public sealed record OpenClaim(string Incarnation, DateTimeOffset Deadline, Guid ParticipantId, SealedData? Sealed);
