namespace Burgernet.Participants;

/// <summary>A page of readers.</summary>
/// <param name="Readers">Who.</param>
/// <param name="Next">After whom the next page begins; null on the last.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.newsletter-page")]
public sealed record NewsletterPage([property: Id(0)] IReadOnlyList<NewsletterReader> Readers, [property: Id(1)] Guid? Next);
