namespace Burgernet.Api.Problems;

/// <summary>Why something that people do by themselves is refused.</summary>
internal static class SignupReasons
{
    public static readonly ProblemReason TooMany = new(
        "too-many-signups",
        ProblemTypes.TooManyRequests,
        "Too many requests came from where you are, or from everybody together. Try again in a minute.",
        "Er kwamen te veel verzoeken van waar u bent, of van iedereen samen. Probeer het over een minuut opnieuw."
    );
    public static readonly ProblemReason TokenUnknown = new(
        "token-unknown",
        ProblemTypes.UnknownToken,
        "The link does not work: it was used before, it is too old, or part of it is missing.",
        "De link werkt niet: hij is al gebruikt, te oud, of er mist een stuk van."
    );
    public static readonly ProblemReason CodeUnknown = new(
        "code-unknown",
        ProblemTypes.UnknownToken,
        "The code does not work: it is another one, too old, was used before, or was tried too often.",
        "De code werkt niet: het is een andere, te oud, al gebruikt, of te vaak geprobeerd."
    );
    public static readonly ProblemReason TokenOrCode = new(
        "token-or-code",
        ProblemTypes.InvalidRequest,
        "Send the token of the mail, or the phone and the code of the text message.",
        "Stuur het token van de mail, of de telefoon en de code van de sms."
    );
}
