namespace Burgernet.Api.Signups;

/// <summary>What the pages say.</summary>
internal static class SignupTexts
{
    private static readonly (string English, string Dutch) UnknownLink = (
        "This link does not work: a part of it is missing, or your data was erased already. A newer mail has a link that works.",
        "Deze link werkt niet: er ontbreekt een stuk aan, of uw gegevens zijn al gewist. In een nieuwere mail staat een link die werkt."
    );

    public static readonly SignupText Confirm = new(
        ("Confirm your sign-up", "Bevestig uw aanmelding"),
        (
            "Do you want to take part in Burgernet? Then confirm it here. We may call you when somebody is missing or looked for near you.",
            "Wilt u meedoen met Burgernet? Bevestig dat dan hier. Wij kunnen u bellen als er bij u in de buurt iemand wordt vermist of gezocht."
        ),
        ("Yes, I take part", "Ja, ik doe mee"),
        ("You take part", "U doet mee"),
        (
            "Your sign-up is confirmed. You get a mail with a link to leave; that works at any moment.",
            "Uw aanmelding is bevestigd. U krijgt een mail met een link om u af te melden; dat kan op elk moment."
        ),
        (
            "This link does not work: it was used before, or it is too old. If you confirmed before, you take part. Otherwise sign up again.",
            "Deze link werkt niet: hij is al gebruikt of te oud. Hebt u al bevestigd, dan doet u mee. Anders kunt u zich opnieuw aanmelden."
        )
    );

    public static readonly SignupText Leave = new(
        ("Leave Burgernet", "Afmelden bij Burgernet"),
        (
            "Do you no longer want to take part? After this we do not call you any more. A sign-up that was not confirmed is erased.",
            "Wilt u niet meer meedoen? Hierna bellen wij u niet meer. Een aanmelding die niet is bevestigd, wordt gewist."
        ),
        ("Leave", "Afmelden"),
        ("You have left", "U bent afgemeld"),
        (
            "We do not call you any more. You can sign up again at any moment.",
            "Wij bellen u niet meer. U kunt zich altijd opnieuw aanmelden."
        ),
        (
            "This link does not work: it is too old, or your data was erased already. A newer mail has a link that works.",
            "Deze link werkt niet: hij is te oud, of uw gegevens zijn al gewist. In een nieuwere mail staat een link die werkt."
        )
    );

    public static readonly SignupText NoArticles = new(
        ("No more articles", "Geen artikelen meer"),
        (
            "Do you no longer want articles about actions by mail? You go on taking part in Burgernet: we still call you.",
            "Wilt u geen artikelen over acties meer per mail? U blijft meedoen met Burgernet: wij blijven u bellen."
        ),
        ("No more articles", "Geen artikelen meer"),
        ("You get no more articles", "U krijgt geen artikelen meer"),
        (
            "You go on taking part in Burgernet. Mail that is under way already may still arrive.",
            "U blijft meedoen met Burgernet. Mail die al onderweg is, kan nog aankomen."
        ),
        UnknownLink
    );

    public static readonly SignupText NoMail = new(
        ("No more mail about actions", "Geen mail meer over acties"),
        (
            "Do you no longer want mail about actions: news, outcomes and articles? Calls and text messages go on. Whoever takes part by mail only takes part no longer.",
            "Wilt u geen mail meer over acties: nieuws, afloop en artikelen? Bellen en sms'en blijven wij wel. Wie alleen per mail meedoet, doet dan niet meer mee."
        ),
        ("No more mail", "Geen mail meer"),
        ("You get no more mail about actions", "U krijgt geen mail meer over acties"),
        (
            "Where you wanted to be called, you go on taking part. Mail that is under way already may still arrive.",
            "Wilde u gebeld worden, dan blijft u meedoen. Mail die al onderweg is, kan nog aankomen."
        ),
        UnknownLink
    );

    public static readonly (string English, string Dutch) Broken = (
        "Part of the link is missing. Copy all of it from the mail.",
        "Er mist een stuk van de link. Neem hem helemaal over uit de mail."
    );

    public static readonly (string English, string Dutch) Later = ("Not just now", "Nu even niet");

    public static readonly (string English, string Dutch) Away = (
        "This did not work just now. Please try again in a moment.",
        "Dit lukte even niet. Probeer het zo nog eens."
    );
}
