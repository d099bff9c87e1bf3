namespace Burgernet.Grains.Speech;

/// <summary>Speaks words. The node implements it.</summary>
public interface ISpeech
{
    /// <summary>Makes sound of words: 8 kHz, one channel, PCM of 16 bits. What can be expected to fail is in the outcome; off the caller's scheduler.</summary>
    /// <param name="words">Words and the marks <c>, . ? !</c>, nothing else.</param>
    /// <param name="language">In which language.</param>
    Task<SpeechOutcome> Speak(string words, Burgernet.Participants.Language language);
}
