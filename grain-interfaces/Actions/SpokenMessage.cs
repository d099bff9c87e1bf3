using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>A recorded message in one language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Wave">The RIFF/WAVE file, checked before.</param>
/// <param name="DurationMilliseconds">How long it takes to play.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.spoken-message")]
public sealed record SpokenMessage(
    [property: Id(0)] Language Language,
    [property: Id(1)] byte[] Wave,
    [property: Id(2)] int DurationMilliseconds
);
