using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What a message says as a text, in one language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The text.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.written-message")]
public sealed record WrittenMessage([property: Id(0)] Language Language, [property: Id(1)] string Text);
