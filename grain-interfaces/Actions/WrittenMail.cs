using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What a message says as a mail, in one language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text, paragraphs parted by empty lines.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.written-mail")]
public sealed record WrittenMail([property: Id(0)] Language Language, [property: Id(1)] string Subject, [property: Id(2)] string Text);
