namespace Burgernet.Speech;

/// <summary>The reasons for which a text is not spoken.</summary>
[GenerateSerializer]
[Alias("burgernet.speech-problem-code")]
public enum SpeechProblemCode
{
    /// <summary>A character in it has no sound.</summary>
    CharacterUnspeakable,

    /// <summary>There is nothing in it that could be said.</summary>
    NothingToSay,

    /// <summary>The closing says the call-back number, and the carrier has none configured.</summary>
    CallBackNumberUnknown,

    /// <summary>The control room has practice and live carriers, and it was not said which this is for.</summary>
    PracticeOrLive,

    /// <summary>The control room has no carrier of the kind that was asked for.</summary>
    NoCarrier,

    /// <summary>The program that speaks is not installed.</summary>
    ProgramMissing,

    /// <summary>The program that speaks failed.</summary>
    ProgramFailed,

    /// <summary>The program that speaks took too long.</summary>
    ProgramSlow,

    /// <summary>More sound came than any message may have.</summary>
    SoundTooLong,

    /// <summary>What came cannot be played, or nothing is to be heard in it.</summary>
    SoundUnusable,

    /// <summary>Too many texts are being spoken at this moment.</summary>
    Busy,
}
