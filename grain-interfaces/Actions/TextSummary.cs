using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>What a message says as an SMS.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Text">The text.</param>
/// <param name="Segments">SMS that it takes.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.text-summary")]
public sealed record TextSummary([property: Id(0)] Language Language, [property: Id(1)] string Text, [property: Id(2)] int Segments);
