namespace Burgernet.CallBacks;

/// <summary>How it went on after the message, once the call is over.</summary>
/// <param name="Call">Names the call.</param>
/// <param name="ParticipantId">The caller's pseudonym.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Conversation">How long caller and control room were connected; zero where they were not.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.call-back-end")]
public sealed record CallBackEnd(
    [property: Id(0)] Guid Call,
    [property: Id(1)] Guid ParticipantId,
    [property: Id(2)] CallBackEnding Ending,
    [property: Id(3)] TimeSpan Conversation
);
