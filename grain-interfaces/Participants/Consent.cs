namespace Burgernet.Participants;

/// <summary>That somebody agreed.</summary>
/// <param name="At">When.</param>
/// <param name="TextVersion">To which version of the text, 1 to 32 characters, for instance <c>2026-01</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.consent")]
public sealed record Consent([property: Id(0)] DateTimeOffset At, [property: Id(1)] string TextVersion);
