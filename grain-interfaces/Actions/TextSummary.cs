using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What a message says as an SMS.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Text">The text.</param>
/// <param name="Segments">SMS that it takes.</param>
/// <param name="Offer">The same in GSM 03.38, where writing a few characters in another way takes fewer SMS; else null.</param>
/// <param name="OfferedSegments">SMS that the offer takes; 0 without one.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.text-summary")]
public sealed record TextSummary(
    [property: Id(0)] Language Language,
    [property: Id(1)] string Text,
    [property: Id(2)] int Segments,
    [property: Id(3)] string? Offer = null,
    [property: Id(4)] int OfferedSegments = 0
);
