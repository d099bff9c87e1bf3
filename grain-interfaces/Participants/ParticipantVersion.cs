namespace Burgernet.Participants;

/// <summary>That a participant reached a version.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="Version">Which version; a later one may stand in the register already.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-version")]
public readonly record struct ParticipantVersion([property: Id(0)] Guid ParticipantId, [property: Id(1)] long Version);
