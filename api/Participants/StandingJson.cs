using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>Where a participant stands after a change; nothing of who it is.</summary>
/// <param name="Id">Who.</param>
/// <param name="Version">The version that the change made; the ETag.</param>
/// <param name="Status">Where they stand at that version.</param>
public sealed record StandingJson(Guid Id, long Version, ParticipantStatus Status);
