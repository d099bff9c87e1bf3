using Burgernet.Participants;

namespace Burgernet.Cells;

/// <summary>A participant that a cell found in the area.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="DistanceMetres">How far the location is from the incident point.</param>
/// <param name="Language">The language to be spoken to in.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.candidate")]
public readonly record struct Candidate(
    [property: Id(0)] Guid ParticipantId,
    [property: Id(1)] float DistanceMetres,
    [property: Id(2)] Language Language
);
