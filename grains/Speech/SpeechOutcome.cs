using Burgernet.Speech;

namespace Burgernet.Grains.Speech;

/// <summary>What became of words that were to be spoken.</summary>
/// <param name="Wave">The RIFF/WAVE file; empty where there is none.</param>
/// <param name="Duration">How long it plays.</param>
/// <param name="Problem">Why there is none, or null.</param>
public sealed record SpeechOutcome(byte[] Wave, TimeSpan Duration, SpeechProblemCode? Problem = null)
{
    /// <summary>There is no sound.</summary>
    public static SpeechOutcome Without(SpeechProblemCode problem) => new([], TimeSpan.Zero, problem);
}
