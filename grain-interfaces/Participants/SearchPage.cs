namespace Burgernet.Participants;

/// <summary>A page of what a search found.</summary>
/// <param name="Refusals">Why nothing could be looked for; empty when it could.</param>
/// <param name="Found">Who was found, by id. With an addition there may be fewer than asked for although more follow.</param>
/// <param name="Next">After whom the next page begins; null on the last.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.search-page")]
public sealed record SearchPage(
    [property: Id(0)] IReadOnlyList<ParticipantRefusal> Refusals,
    [property: Id(1)] IReadOnlyList<FoundParticipant> Found,
    [property: Id(2)] Guid? Next
);
