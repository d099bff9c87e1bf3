using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>A recorded message in one language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Wave">The RIFF/WAVE file, checked before.</param>
/// <param name="DurationMilliseconds">How long it takes to play.</param>
/// <param name="Text">What the dispatcher wrote, where it was spoken by the machine; else null.</param>
/// <param name="Said">What was said, word for word, with the sentences around the text; else null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.spoken-message")]
public sealed record SpokenMessage(
    [property: Id(0)] Language Language,
    [property: Id(1)] byte[] Wave,
    [property: Id(2)] int DurationMilliseconds,
    [property: Id(3)] string? Text = null,
    [property: Id(4)] string? Said = null
);
