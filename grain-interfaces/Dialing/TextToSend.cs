using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>What a message says as a text.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">The text.</param>
/// <param name="Subject">Of a mail, one line; empty for an SMS.</param>
/// <param name="Segments">SMS that it takes; 1 for a mail.</param>
/// <param name="ControlRoom">Whose action it is.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.text-to-send")]
public sealed record TextToSend(
    [property: Id(0)] MessageKind Kind,
    [property: Id(1)] string Text,
    [property: Id(2)] string Subject,
    [property: Id(3)] int Segments,
    [property: Id(4)] string ControlRoom
);
