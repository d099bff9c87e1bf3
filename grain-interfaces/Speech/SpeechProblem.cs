namespace Burgernet.Speech;

/// <summary>Why a text was not spoken: a value, not an exception.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Position">The place of the character that cannot be spoken, from 1; 0 where that is not it.</param>
/// <param name="Character">That character.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.speech-problem")]
public sealed record SpeechProblem(
    [property: Id(0)] SpeechProblemCode Code,
    [property: Id(1)] int Position = 0,
    [property: Id(2)] string Character = ""
);
