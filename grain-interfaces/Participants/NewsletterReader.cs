namespace Burgernet.Participants;

/// <summary>Somebody who wants articles and has an e-mail address.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">Where to.</param>
/// <param name="Language">In which language.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.newsletter-reader")]
public sealed record NewsletterReader(
    [property: Id(0)] PersonalText Name,
    [property: Id(1)] PersonalText Email,
    [property: Id(2)] Language Language
);
