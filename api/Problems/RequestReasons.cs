namespace Burgernet.Api.Problems;

/// <summary>What can be wrong with a request before its meaning is looked at.</summary>
internal static class RequestReasons
{
    public static readonly ProblemReason MalformedJson = new(
        "malformed-json",
        ProblemTypes.InvalidRequest,
        "This is not JSON: it goes wrong at line {0}, byte {1}.",
        "Dit is geen JSON: het gaat mis op regel {0}, byte {1}."
    );
    public static readonly ProblemReason MalformedMultipart = new(
        "malformed-multipart",
        ProblemTypes.InvalidRequest,
        "The multipart/form-data body is cut short or not well-formed.",
        "De multipart/form-data is afgebroken of niet goed gevormd."
    );
    public static readonly ProblemReason MissingField = new(
        "missing-field",
        ProblemTypes.InvalidRequest,
        "'{0}' is required.",
        "'{0}' is verplicht."
    );
    public static readonly ProblemReason UnknownField = new(
        "unknown-field",
        ProblemTypes.InvalidRequest,
        "There is no field of this name here. Known are: {0}.",
        "Een veld met deze naam is hier niet. Wel: {0}."
    );
    public static readonly ProblemReason RepeatedPart = new(
        "repeated-part",
        ProblemTypes.InvalidRequest,
        "The part '{0}' may come only once.",
        "Het deel '{0}' mag maar één keer voorkomen."
    );
    public static readonly ProblemReason NotAnObject = new(
        "not-an-object",
        ProblemTypes.InvalidRequest,
        "This must be a JSON object.",
        "Dit moet een JSON-object zijn."
    );
    public static readonly ProblemReason NotText = new(
        "not-text",
        ProblemTypes.InvalidRequest,
        "This must be a text (a JSON string of valid Unicode).",
        "Dit moet een tekst zijn (een JSON-string van geldige Unicode)."
    );
    public static readonly ProblemReason NotANumber = new(
        "not-a-number",
        ProblemTypes.InvalidRequest,
        "This must be a number.",
        "Dit moet een getal zijn."
    );
    public static readonly ProblemReason NotAWholeNumber = new(
        "not-a-whole-number",
        ProblemTypes.InvalidRequest,
        "This must be a whole number.",
        "Dit moet een geheel getal zijn."
    );
    public static readonly ProblemReason NotTrueOrFalse = new(
        "not-true-or-false",
        ProblemTypes.InvalidRequest,
        "This must be true or false.",
        "Dit moet true of false zijn."
    );
    public static readonly ProblemReason NotACount = new(
        "not-a-count",
        ProblemTypes.InvalidRequest,
        "This must be a whole number of 0 or more.",
        "Dit moet een geheel getal van 0 of meer zijn."
    );
    public static readonly ProblemReason NotFinite = new(
        "not-finite",
        ProblemTypes.InvalidRequest,
        "This must be a finite number.",
        "Dit moet een eindig getal zijn."
    );
    public static readonly ProblemReason NotAnArray = new(
        "not-an-array",
        ProblemTypes.InvalidRequest,
        "This must be a JSON array.",
        "Dit moet een JSON-array zijn."
    );
    public static readonly ProblemReason Empty = new(
        "empty",
        ProblemTypes.InvalidRequest,
        "This may not be empty.",
        "Dit mag niet leeg zijn."
    );
    public static readonly ProblemReason TooLong = new(
        "too-long",
        ProblemTypes.InvalidRequest,
        "This may have at most {0} characters.",
        "Dit mag hoogstens {0} tekens hebben."
    );
    public static readonly ProblemReason ControlCharacter = new(
        "control-character",
        ProblemTypes.InvalidRequest,
        "This holds a control character.",
        "Hier staat een stuurteken in."
    );
    public static readonly ProblemReason UnknownKind = new(
        "unknown-kind",
        ProblemTypes.InvalidRequest,
        "There is no such kind of action. Known are: {0}.",
        "Deze soort actie is er niet. Wel: {0}."
    );
    public static readonly ProblemReason InvalidLimit = new(
        "invalid-limit",
        ProblemTypes.InvalidRequest,
        "This must be a whole number from 1 to {0}.",
        "Dit moet een geheel getal van 1 tot en met {0} zijn."
    );
    public static readonly ProblemReason InvalidCursor = new(
        "invalid-cursor",
        ProblemTypes.InvalidRequest,
        "This is not a place to go on from: follow the 'next' link of a page.",
        "Dit is geen plaats om verder te gaan: volg de 'next'-link van een pagina."
    );
    public static readonly ProblemReason IdempotencyKeyMissing = new(
        "idempotency-key-missing",
        ProblemTypes.InvalidRequest,
        "Every POST carries an Idempotency-Key, so that repeating it is harmless.",
        "Elke POST draagt een Idempotency-Key, zodat herhalen geen kwaad kan."
    );
    public static readonly ProblemReason IdempotencyKeyInvalid = new(
        "idempotency-key-invalid",
        ProblemTypes.InvalidRequest,
        "An Idempotency-Key is one value of 1 to 255 printable ASCII characters.",
        "Een Idempotency-Key is één waarde van 1 tot en met 255 zichtbare ASCII-tekens."
    );
    public static readonly ProblemReason BadRequest = new(
        "bad-request",
        ProblemTypes.InvalidRequest,
        "The request could not be read.",
        "Het verzoek was niet te lezen."
    );
    public static readonly ProblemReason UnknownRoute = new(
        "unknown-route",
        ProblemTypes.UnknownRoute,
        "There is nothing at this address; /openapi/v1.json shows what is.",
        "Op dit adres is niets; /openapi/v1.json laat zien wat er wel is."
    );
    public static readonly ProblemReason MethodNotAllowed = new(
        "method-not-allowed",
        ProblemTypes.MethodNotAllowed,
        "This address knows other methods: see the header Allow.",
        "Dit adres kent andere methoden: zie de header Allow."
    );
    public static readonly ProblemReason BodyTooLarge = new(
        "body-too-large",
        ProblemTypes.TooLarge,
        "The body may have at most {0} bytes.",
        "De inhoud mag hoogstens {0} bytes groot zijn."
    );
    public static readonly ProblemReason MediaType = new(
        "media-type",
        ProblemTypes.UnsupportedMediaType,
        "This must be {0}.",
        "Dit moet {0} zijn."
    );
    public static readonly ProblemReason TooManyRequests = new(
        "too-many-requests",
        ProblemTypes.TooManyRequests,
        "This control room prepares and starts more than {0} actions a minute.",
        "Deze meldkamer bereidt meer dan {0} acties per minuut voor of start ze."
    );
    public static readonly ProblemReason InvalidEventId = new(
        "invalid-event-id",
        ProblemTypes.InvalidRequest,
        "This is not the id of an event of this action: take the last one that you saw, or none to begin at the start.",
        "Dit is geen nummer van een gebeurtenis van deze actie: neem het laatste dat u zag, of geen om bij het begin te beginnen."
    );
    public static readonly ProblemReason TooManyLiveViews = new(
        "too-many-live-views",
        ProblemTypes.TooManyRequests,
        "Too many live views are open at once with this key, or on this node.",
        "Er staan te veel livebeelden tegelijk open met deze sleutel, of op deze node."
    );
    public static readonly ProblemReason InternalError = new(
        "internal-error",
        ProblemTypes.InternalError,
        "The request failed through no fault of yours; the node's log says why.",
        "Het verzoek mislukte buiten uw schuld; het logboek van de node zegt waarom."
    );
}
