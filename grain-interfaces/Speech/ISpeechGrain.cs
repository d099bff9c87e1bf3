namespace Burgernet.Speech;

/// <summary>Makes spoken messages out of text. Key: 0.</summary>
[Alias("burgernet.ISpeech")]
public interface ISpeechGrain : IGrainWithIntegerKey
{
    /// <summary>Speaks a text, with the kind's sentences around it where they are asked for.</summary>
    [Alias("Speak")]
    Task<SpeechReply> Speak(SpeechRequest request);
}
