using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Dialing;

/// <summary>What a message says as a text.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">The text.</param>
/// <param name="Subject">Of a mail, one line; empty for an SMS.</param>
/// <param name="Segments">SMS that it takes; 1 for a mail.</param>
/// <param name="ControlRoom">Whose action it is.</param>
/// <param name="In">In which language it is, where that is known: another one than its reader's takes the place of one that is missing.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.text-to-send")]
public sealed record TextToSend(
    [property: Id(0)] MessageKind Kind,
    [property: Id(1)] string Text,
    [property: Id(2)] string Subject,
    [property: Id(3)] int Segments,
    [property: Id(4)] string ControlRoom,
    [property: Id(5)] Language? In = null
);
