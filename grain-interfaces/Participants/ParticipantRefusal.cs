namespace Burgernet.Participants;

/// <summary>One reason why a change was refused.</summary>
/// <param name="Code">Which.</param>
/// <param name="Field">What it is about, a JSON pointer into the profile (<c>/phones/0</c>, <c>/locations/1/hours</c>), or null when it is about the whole.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-refusal")]
public sealed record ParticipantRefusal([property: Id(0)] ParticipantRefusalCode Code, [property: Id(1)] string? Field = null);
