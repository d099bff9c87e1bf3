using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What a message says as an SMS, in an event.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Text">The text, exactly as it is submitted.</param>
/// <param name="Segments">SMS that it takes.</param>
public sealed record TextData(Language Language, string Text, int Segments);
