namespace Burgernet.Participants;

/// <summary>A page of subjects.</summary>
/// <param name="Subjects">Who.</param>
/// <param name="Next">After whom the next page begins; null on the last.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.research-page")]
public sealed record ResearchPage([property: Id(0)] IReadOnlyList<ResearchSubject> Subjects, [property: Id(1)] Guid? Next);
