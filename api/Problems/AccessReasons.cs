namespace Burgernet.Api.Problems;

/// <summary>Why a caller is not let in.</summary>
internal static class AccessReasons
{
    public static readonly ProblemReason KeyMissing = new(
        "key-missing",
        ProblemTypes.NotAuthenticated,
        "Send the control room's key: Authorization: Bearer <key>.",
        "Stuur de sleutel van de meldkamer mee: Authorization: Bearer <sleutel>."
    );
    public static readonly ProblemReason KeyMalformed = new(
        "key-malformed",
        ProblemTypes.NotAuthenticated,
        "The header must read: Authorization: Bearer <key>.",
        "De header moet luiden: Authorization: Bearer <sleutel>."
    );
    public static readonly ProblemReason KeyUnknown = new(
        "key-unknown",
        ProblemTypes.NotAuthenticated,
        "This key belongs to no control room.",
        "Deze sleutel hoort bij geen meldkamer."
    );
    public static readonly ProblemReason DispatcherMissing = new(
        "dispatcher-missing",
        ProblemTypes.AccessDenied,
        "Say who acts: X-Dispatcher: <the dispatcher's id>.",
        "Zeg wie er handelt: X-Dispatcher: <kenmerk van de centralist>."
    );
    public static readonly ProblemReason DispatcherInvalid = new(
        "dispatcher-invalid",
        ProblemTypes.AccessDenied,
        "X-Dispatcher is one value of 1 to 64 printable ASCII characters, and not 'system'.",
        "X-Dispatcher is één waarde van 1 tot en met 64 zichtbare ASCII-tekens, en niet 'system'."
    );
    public static readonly ProblemReason NotLoopback = new(
        "not-loopback",
        ProblemTypes.AccessDenied,
        "No control room has a key yet, so only this machine itself is served.",
        "Nog geen meldkamer heeft een sleutel, dus alleen deze machine zelf wordt bediend."
    );
    public static readonly ProblemReason NotPractice = new(
        "not-practice",
        ProblemTypes.AccessDenied,
        "No control room has a key yet, and without one only practice carriers may be used.",
        "Nog geen meldkamer heeft een sleutel, en zonder sleutel mag alleen via oefenlijnen worden gebeld."
    );
    public static readonly ProblemReason HostNotLoopback = new(
        "host-not-loopback",
        ProblemTypes.AccessDenied,
        "Without a key, address this machine as localhost, 127.0.0.1 or [::1].",
        "Spreek deze machine zonder sleutel aan als localhost, 127.0.0.1 of [::1]."
    );
    public static readonly ProblemReason Forwarded = new(
        "forwarded",
        ProblemTypes.AccessDenied,
        "Without a key, requests that were forwarded by a proxy are not served.",
        "Zonder sleutel worden verzoeken die een proxy doorstuurt niet bediend."
    );
    public static readonly ProblemReason OtherSite = new(
        "other-site",
        ProblemTypes.AccessDenied,
        "The request comes from a page of another site.",
        "Het verzoek komt van een pagina van een andere site."
    );
    public static readonly ProblemReason RoleMissing = new(
        "role-missing",
        ProblemTypes.AccessDenied,
        "This key lacks the role that this needs: {0} (one of them).",
        "Deze sleutel mist de rol die hiervoor nodig is: {0} (één daarvan)."
    );
    public static readonly ProblemReason KeyLimited = new(
        "key-limited",
        ProblemTypes.AccessDenied,
        "This key is for {0} only, and this cannot be done for those alone.",
        "Deze sleutel is alleen voor {0}, en dit kan niet voor alleen die gemeenten."
    );
}
