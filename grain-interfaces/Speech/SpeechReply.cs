using Burgernet.Actions;

namespace Burgernet.Speech;

/// <summary>A text as sound, or why not.</summary>
/// <param name="Message">The sound with its text, or null.</param>
/// <param name="Problem">Why not, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.speech-reply")]
public sealed record SpeechReply([property: Id(0)] SpokenMessage? Message, [property: Id(1)] SpeechProblem? Problem = null);
