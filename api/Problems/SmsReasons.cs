namespace Burgernet.Api.Problems;

/// <summary>Why something is not done with text messages.</summary>
internal static class SmsReasons
{
    public static readonly ProblemReason UnknownMessage = new(
        "unknown-message",
        ProblemTypes.UnknownMessage,
        "No text message with this id waits for your control room: there is none, or it belongs to an action already.",
        "Er wacht voor uw meldkamer geen sms met dit nummer: die is er niet, of hoort al bij een actie."
    );
    public static readonly ProblemReason OtherKind = new(
        "other-kind",
        ProblemTypes.MessageOfOtherKind,
        "One of the two is practice and the other is not: they are kept apart.",
        "Een van de twee is oefening en de andere niet: die blijven gescheiden."
    );
    public static readonly ProblemReason NotAPracticePhone = new(
        "not-a-practice-phone",
        ProblemTypes.NotPractice,
        "Only practice numbers send text messages here: +31 99 and seven digits.",
        "Alleen oefennummers versturen hier sms: +31 99 en zeven cijfers."
    );
    public static readonly ProblemReason MessageNotTaken = new(
        "message-not-taken",
        ProblemTypes.Unavailable,
        "The store or the practice SMS centre is away. The message was not taken; send it again.",
        "De opslag of de oefen-sms-centrale is even weg. Het bericht is niet aangenomen; stuur het opnieuw."
    );
    public static readonly ProblemReason TooManySegments = new(
        "too-many-segments",
        ProblemTypes.InvalidRequest,
        "It takes more than ten SMS.",
        "Het past niet in tien sms'en."
    );
}
