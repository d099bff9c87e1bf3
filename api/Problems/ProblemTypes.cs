namespace Burgernet.Api.Problems;

/// <summary>All classes of problems of the API.</summary>
internal static class ProblemTypes
{
    public static readonly ProblemType InvalidRequest = new(
        "invalid-request",
        400,
        "The request is not as it should be",
        "Het verzoek klopt niet"
    );
    public static readonly ProblemType NotAuthenticated = new(
        "not-authenticated",
        401,
        "Who you are is not known",
        "Niet bekend wie u bent"
    );
    public static readonly ProblemType AccessDenied = new("access-denied", 403, "This is not allowed", "Dit mag niet");
    public static readonly ProblemType UnknownAction = new("unknown-action", 404, "There is no such action", "Deze actie is er niet");
    public static readonly ProblemType UnknownImport = new("unknown-import", 404, "There is no such import", "Deze import is er niet");
    public static readonly ProblemType ImportUnderWay = new(
        "import-under-way",
        409,
        "Another import is under way",
        "Er loopt al een import"
    );
    public static readonly ProblemType InvalidImport = new(
        "invalid-import",
        422,
        "The file cannot be imported",
        "Het bestand kan niet worden geïmporteerd"
    );
    public static readonly ProblemType UnknownParticipant = new(
        "unknown-participant",
        404,
        "There is no such participant",
        "Deze deelnemer is er niet"
    );
    public static readonly ProblemType ParticipantState = new(
        "participant-state",
        409,
        "Not in the participant's present state",
        "Niet in de huidige staat van de deelnemer"
    );
    public static readonly ProblemType PhoneTaken = new(
        "phone-taken",
        409,
        "The phone number belongs to somebody else",
        "Het telefoonnummer is van iemand anders"
    );
    public static readonly ProblemType InvalidParticipant = new(
        "invalid-participant",
        422,
        "The participant cannot be registered like this",
        "De deelnemer kan zo niet in het register"
    );
    public static readonly ProblemType UnknownToken = new(
        "unknown-token",
        422,
        "The link or code does not work",
        "De link of code werkt niet"
    );
    public static readonly ProblemType VersionMoved = new("version-moved", 412, "It was changed meanwhile", "Het is intussen gewijzigd");
    public static readonly ProblemType VersionMissing = new("version-missing", 428, "Say which version you saw", "Zeg welke versie u zag");
    public static readonly ProblemType UnknownRoute = new(
        "unknown-route",
        404,
        "There is nothing at this address",
        "Op dit adres is niets"
    );
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "Not with this method", "Niet met deze methode");
    public static readonly ProblemType NotInThisState = new(
        "not-in-this-state",
        409,
        "Not in the action's present state",
        "Niet in de huidige staat van de actie"
    );
    public static readonly ProblemType ConfirmationNeeded = new(
        "confirmation-needed",
        409,
        "This needs an explicit confirmation",
        "Dit vraagt om een uitdrukkelijke bevestiging"
    );
    public static readonly ProblemType QuietHours = new("quiet-hours", 409, "Nobody is called now", "Nu wordt niemand gebeld");
    public static readonly ProblemType NoCarrier = new("no-carrier", 422, "No lines for this action", "Geen lijnen voor deze actie");
    public static readonly ProblemType TooLarge = new("too-large", 413, "The request is too large", "Het verzoek is te groot");
    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type",
        415,
        "Not in this format",
        "Niet in dit formaat"
    );
    public static readonly ProblemType InvalidArea = new(
        "invalid-area",
        422,
        "The area cannot be used",
        "Het zoekgebied is niet bruikbaar"
    );
    public static readonly ProblemType InvalidMessage = new(
        "invalid-message",
        422,
        "The spoken message cannot be used",
        "Het gesproken bericht is niet bruikbaar"
    );
    public static readonly ProblemType UnknownPreview = new(
        "unknown-preview",
        404,
        "There is no such preview",
        "Deze proefoproep is er niet"
    );
    public static readonly ProblemType PreviewUnderWay = new(
        "preview-under-way",
        409,
        "A preview is under way",
        "Er loopt een proefoproep"
    );
    public static readonly ProblemType UnknownNode = new("unknown-node", 404, "There is no such node", "Deze node is er niet");
    public static readonly ProblemType NodeState = new(
        "node-state",
        409,
        "Not in the node's present state",
        "Niet in de huidige staat van de node"
    );
    public static readonly ProblemType UnknownMessage = new("unknown-message", 404, "There is no such message", "Dit bericht is er niet");
    public static readonly ProblemType MessageOfOtherKind = new(
        "message-of-other-kind",
        409,
        "Practice stays practice",
        "Oefening blijft oefening"
    );
    public static readonly ProblemType NotPractice = new("not-practice", 422, "This is not practice", "Dit is geen oefening");
    public static readonly ProblemType NoMedium = new("no-medium", 422, "Not by this medium", "Niet langs deze weg");
    public static readonly ProblemType NoSpeech = new("no-speech", 422, "The text was not spoken", "De tekst is niet uitgesproken");
    public static readonly ProblemType IdempotencyKeyReused = new(
        "idempotency-key-reused",
        422,
        "The idempotency key was used before",
        "De idempotentiesleutel is al gebruikt"
    );
    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests", "Te veel verzoeken");
    public static readonly ProblemType InternalError = new("internal-error", 500, "Something went wrong here", "Hier ging iets mis");
    public static readonly ProblemType Unavailable = new("unavailable", 503, "Not available for a moment", "Even niet beschikbaar");
}
