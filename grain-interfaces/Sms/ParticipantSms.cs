namespace Burgernet.Sms;

/// <summary>That a participant wrote something that is no tip, for the dossier of the action that concerned them last.</summary>
/// <param name="Message">Names the message: offered again, it is recorded once.</param>
/// <param name="ParticipantId">The participant.</param>
/// <param name="Meaning">What they mean by it. Their words stand nowhere: they are one of a few.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.participant-sms")]
public sealed record ParticipantSms(
    [property: Id(0)] Guid Message,
    [property: Id(1)] Guid ParticipantId,
    [property: Id(2)] SmsMeaning Meaning
);
