namespace Burgernet.Api.Problems;

/// <summary>Why a text is not spoken.</summary>
internal static class SpeechReasons
{
    public static readonly ProblemReason MessageTwice = new(
        "message-twice",
        ProblemTypes.InvalidRequest,
        "This language has a text and a recording; give one of them.",
        "Deze taal heeft een tekst en een opname; geef er één."
    );
    public static readonly ProblemReason UnknownLanguage = new(
        "unknown-language",
        ProblemTypes.InvalidRequest,
        "There is no such language. Known are: nl, en.",
        "Deze taal is er niet. Wel: nl, en."
    );
    public static readonly ProblemReason CharacterUnspeakable = new(
        "character-unspeakable",
        ProblemTypes.InvalidMessage,
        "Character {0} of the text, '{1}', has no sound. Letters, figures and the usual marks have.",
        "Teken {0} van de tekst, '{1}', heeft geen klank. Letters, cijfers en gewone leestekens wel."
    );
    public static readonly ProblemReason NothingToSay = new(
        "nothing-to-say",
        ProblemTypes.InvalidMessage,
        "The text holds no word.",
        "De tekst bevat geen woord."
    );
    public static readonly ProblemReason CallBackNumberUnknown = new(
        "call-back-number-unknown",
        ProblemTypes.NoSpeech,
        "The closing sentence says the call-back number, and the carrier has none: leave the closing out, or set the carrier's CallBackNumber.",
        "De slotzin noemt het terugbelnummer, en de lijnen hebben er geen: laat de slotzin weg, of stel CallBackNumber in."
    );
    public static readonly ProblemReason ProgramMissing = new(
        "speech-missing",
        ProblemTypes.NoSpeech,
        "The program that speaks texts is not installed (espeak-ng). Upload a recording, or have it installed.",
        "Het programma dat teksten uitspreekt is niet geïnstalleerd (espeak-ng). Lever een opname, of laat het installeren."
    );
    public static readonly ProblemReason ProgramFailed = new(
        "speech-failed",
        ProblemTypes.NoSpeech,
        "The program that speaks texts failed. Upload a recording; the node's log says more.",
        "Het programma dat teksten uitspreekt faalde. Lever een opname; het logboek van de node zegt meer."
    );
    public static readonly ProblemReason ProgramSlow = new(
        "speech-slow",
        ProblemTypes.NoSpeech,
        "The program that speaks texts took too long and was ended. Try again, or upload a recording.",
        "Het programma dat teksten uitspreekt deed er te lang over en is beëindigd. Probeer het opnieuw, of lever een opname."
    );
    public static readonly ProblemReason SoundTooLong = new(
        "speech-too-long",
        ProblemTypes.NoSpeech,
        "Spoken, the text is far longer than a message may be.",
        "Uitgesproken is de tekst veel langer dan een bericht mag zijn."
    );
    public static readonly ProblemReason SoundUnusable = new(
        "speech-silent",
        ProblemTypes.NoSpeech,
        "What the program that speaks texts gave holds no speech. Upload a recording; the voice may be set wrongly.",
        "Wat het spreekprogramma gaf, bevat geen spraak. Lever een opname; misschien is de stem verkeerd ingesteld."
    );
    public static readonly ProblemReason Busy = new(
        "speech-busy",
        ProblemTypes.Unavailable,
        "Too many texts are being spoken at this moment; try again.",
        "Er worden op dit moment te veel teksten uitgesproken; probeer het opnieuw."
    );
}
