namespace Burgernet.Api.Problems;

/// <summary>Why an action or an act on it is refused.</summary>
internal static class ActionReasons
{
    public static readonly ProblemReason UnknownAction = new(
        "unknown-action",
        ProblemTypes.UnknownAction,
        "Your control room has no action with this id.",
        "Uw meldkamer heeft geen actie met dit nummer."
    );
    public static readonly ProblemReason IsDraft = new(
        "is-draft",
        ProblemTypes.NotInThisState,
        "The action is a draft: it was not started.",
        "De actie is een concept: ze is nog niet gestart."
    );
    public static readonly ProblemReason IsActive = new(
        "is-active",
        ProblemTypes.NotInThisState,
        "The action is active: it was started before and is not paused.",
        "De actie loopt: ze is al eerder gestart en is niet gepauzeerd."
    );
    public static readonly ProblemReason IsPaused = new(
        "is-paused",
        ProblemTypes.NotInThisState,
        "The action is paused: resume it, or stop it.",
        "De actie is gepauzeerd: hervat haar, of stop haar."
    );
    public static readonly ProblemReason IsStopped = new(
        "is-stopped",
        ProblemTypes.NotInThisState,
        "The action was stopped and stays so.",
        "De actie is gestopt en blijft dat."
    );
    public static readonly ProblemReason UnknownCalls = new(
        "unknown-calls",
        ProblemTypes.InvalidRequest,
        "Say finish (answered calls finish) or cut (they are hung up).",
        "Geef finish (beantwoorde gesprekken lopen af) of cut (ze worden afgebroken)."
    );
    public static readonly ProblemReason IsOutcome = new(
        "is-outcome",
        ProblemTypes.NotInThisState,
        "The action is over: its outcome is being told.",
        "De actie is voorbij: de afloop wordt verteld."
    );
    public static readonly ProblemReason IsClosed = new(
        "is-closed",
        ProblemTypes.NotInThisState,
        "The action is closed.",
        "De actie is afgesloten."
    );
    public static readonly ProblemReason IsArchived = new(
        "is-archived",
        ProblemTypes.NotInThisState,
        "The action is archived.",
        "De actie is gearchiveerd."
    );
    public static readonly ProblemReason OutcomeMissing = new(
        "outcome-missing",
        ProblemTypes.NotInThisState,
        "{0} people were contacted or are being called, and have no outcome queued: tell the outcome first, and wait for calls under way.",
        "{0} mensen zijn bereikt of worden gebeld en krijgen nog geen afloopbericht: vertel eerst de afloop, en wacht op lopende gesprekken."
    );
    public static readonly ProblemReason OutcomesOpen = new(
        "outcomes-open",
        ProblemTypes.NotInThisState,
        "{0} outcome messages are still to be delivered.",
        "{0} afloopberichten moeten nog worden bezorgd."
    );
    public static readonly ProblemReason NotReconciled = new(
        "not-reconciled",
        ProblemTypes.NotInThisState,
        "What is stored of this action does not add up. Nothing was closed; tell whoever runs this installation, whose log says more.",
        "Wat van deze actie is opgeslagen klopt niet. Er is niets afgesloten; waarschuw de beheerder, in wiens log meer staat."
    );
    public static readonly ProblemReason UnknownStatus = new(
        "unknown-status",
        ProblemTypes.InvalidRequest,
        "One of these, or several with commas between: {0}.",
        "Een van deze, of meer met komma's ertussen: {0}."
    );
    public static readonly ProblemReason UnknownResult = new(
        "unknown-result",
        ProblemTypes.InvalidRequest,
        "What came of the action: one of {0}.",
        "Wat de actie heeft opgeleverd: een van {0}."
    );
    public static readonly ProblemReason UnknownOpenOutcomes = new(
        "unknown-open-outcomes",
        ProblemTypes.InvalidRequest,
        "What becomes of outcomes that are not delivered yet: deliver or expire.",
        "Wat er gebeurt met afloopberichten die nog niet bezorgd zijn: deliver of expire."
    );
    public static readonly ProblemReason UnknownMessageKind = new(
        "unknown-message-kind",
        ProblemTypes.InvalidRequest,
        "What the message is for: one of {0}.",
        "Waar het bericht voor is: een van {0}."
    );
    public static readonly ProblemReason StateForbids = new(
        "state-forbids",
        ProblemTypes.NotInThisState,
        "The state of the action forbids this.",
        "De staat van de actie laat dit niet toe."
    );
    public static readonly ProblemReason NoExpansionPlan = new(
        "no-expansion-plan",
        ProblemTypes.NotInThisState,
        "The area of this action does not grow by itself.",
        "Het gebied van deze actie groeit niet vanzelf."
    );
    public static readonly ProblemReason ConfirmationNeeded = new(
        "confirmation-needed",
        ProblemTypes.ConfirmationNeeded,
        "This calls {0} people; above {1} that takes a confirmation: start with {{\"confirmedPeople\": {0}}}.",
        "Dit belt {0} mensen; boven {1} is een bevestiging nodig: start met {{\"confirmedPeople\": {0}}}."
    );
    public static readonly ProblemReason InQuietHours = new(
        "in-quiet-hours",
        ProblemTypes.QuietHours,
        "For this kind of action nobody is called until {0}, unless you say why: start with {{\"quietHoursOverride\": \"…\"}}.",
        "Bij deze soort actie wordt tot {0} niemand gebeld, tenzij u zegt waarom: start met {{\"quietHoursOverride\": \"…\"}}."
    );
    public static readonly ProblemReason QuietHoursFixed = new(
        "quiet-hours-fixed",
        ProblemTypes.QuietHours,
        "For this kind of action nobody is called until {0}, and no reason changes that.",
        "Bij deze soort actie wordt tot {0} niemand gebeld, en geen reden verandert dat."
    );
    public static readonly ProblemReason IdempotencyKeyReused = new(
        "idempotency-key-reused",
        ProblemTypes.IdempotencyKeyReused,
        "This Idempotency-Key came before with another request. Nothing was changed; take a new key for a new request.",
        "Deze Idempotency-Key hoort al bij een ander verzoek. Er is niets veranderd; neem voor een nieuw verzoek een nieuwe sleutel."
    );
    public static readonly ProblemReason StoreUnavailable = new(
        "store-unavailable",
        ProblemTypes.Unavailable,
        "The store is away. Nothing was changed; repeat the request with the same Idempotency-Key.",
        "De opslag is even weg. Er is niets veranderd; herhaal het verzoek met dezelfde Idempotency-Key."
    );
    public static readonly ProblemReason ClusterUnavailable = new(
        "cluster-unavailable",
        ProblemTypes.Unavailable,
        "The nodes did not answer in time, and the act may have happened. Repeat the request with the same Idempotency-Key.",
        "De nodes antwoordden niet op tijd, misschien is het wel gebeurd. Herhaal het verzoek met dezelfde Idempotency-Key."
    );
    public static readonly ProblemReason PhoneInvalid = new(
        "phone-not-a-number",
        ProblemTypes.InvalidRequest,
        "This is not a phone number; without a country code it is taken for a Dutch one.",
        "Dit is geen telefoonnummer; zonder landnummer geldt het als Nederlands."
    );
    public static readonly ProblemReason NoMessage = new(
        "no-message",
        ProblemTypes.InvalidRequest,
        "At least one spoken message is required: part message-nl or message-en, or a text.",
        "Minstens één gesproken bericht is verplicht: deel message-nl of message-en, of een tekst."
    );
    public static readonly ProblemReason PhoneNotCallable = new(
        "phone-not-callable",
        ProblemTypes.InvalidMessage,
        "This number is not called from here: it must be a person's mobile or fixed number, as in the register; practice numbers ring on practice carriers only.",
        "Dit nummer wordt van hieruit niet gebeld: het moet een mobiel of vast nummer van een persoon zijn, als in het register; oefennummers gaan alleen over op oefenlijnen."
    );
    public static readonly ProblemReason PreviewUnderWay = new(
        "preview-under-way",
        ProblemTypes.PreviewUnderWay,
        "A preview of this action is under way: one at a time takes one line.",
        "Er loopt al een proefoproep van deze actie: één tegelijk houdt één lijn bezet."
    );
    public static readonly ProblemReason UnknownPreview = new(
        "unknown-preview",
        ProblemTypes.UnknownPreview,
        "The action has no preview with this id.",
        "De actie heeft geen proefoproep met dit nummer."
    );
    public static readonly ProblemReason UnknownMedium = new(
        "unknown-medium",
        ProblemTypes.InvalidRequest,
        "There is no such medium. Known are: {0}.",
        "Deze weg is er niet. Wel: {0}."
    );
    public static readonly ProblemReason MediumNotForKind = new(
        "medium-not-for-kind",
        ProblemTypes.NoMedium,
        "Actions of this kind do not go out by this medium; which do, GET /v1/kinds tells.",
        "Acties van deze soort gaan niet langs deze weg uit; welke wel, zegt GET /v1/kinds."
    );
    public static readonly ProblemReason NoCarrierForMedium = new(
        "no-carrier-for-medium",
        ProblemTypes.NoCarrier,
        "Your control room has no carrier for one of these media: no SMS centre or no mail relay is configured for it.",
        "Uw meldkamer heeft voor een van deze wegen geen aanbieder: er is geen sms-centrale of geen mailserver voor ingesteld."
    );
    public static readonly ProblemReason TextMissing = new(
        "text-missing",
        ProblemTypes.InvalidRequest,
        "An SMS needs a text: give sms, or a text that is spoken. A recording cannot be written out.",
        "Een sms heeft een tekst nodig: geef sms, of een tekst die wordt uitgesproken. Een opname kan niet worden uitgeschreven."
    );
    public static readonly ProblemReason MailMissing = new(
        "mail-missing",
        ProblemTypes.InvalidRequest,
        "A mail needs a text: give email, or a text that is spoken or goes as an SMS. A recording cannot be written out.",
        "Een e-mail heeft een tekst nodig: geef email, of een tekst die wordt uitgesproken of als sms gaat. Een opname kan niet worden uitgeschreven."
    );
    public static readonly ProblemReason TextTooLong = new(
        "text-too-long",
        ProblemTypes.InvalidRequest,
        "The text takes {0} SMS; at most {1} go as one message.",
        "De tekst beslaat {0} sms'jes; ten hoogste {1} gaan als één bericht."
    );
    public static readonly ProblemReason NothingToStandInFor = new(
        "nothing-to-stand-in-for",
        ProblemTypes.InvalidRequest,
        "smsInstead sends an SMS instead of a call that reached nobody: media must have voice.",
        "smsInstead stuurt een sms in plaats van een oproep die niemand bereikte: media moet voice bevatten."
    );
    public static readonly ProblemReason PracticeOrLive = new(
        "practice-or-live",
        ProblemTypes.NoCarrier,
        "Your control room has practice and live carriers: say practice true (nobody is really called) or false.",
        "Uw meldkamer heeft oefenlijnen en echte lijnen: geef practice true (er wordt niemand echt gebeld) of false."
    );
    public static readonly ProblemReason NoCarrier = new(
        "no-carrier",
        ProblemTypes.NoCarrier,
        "Your control room has no carrier of that kind (practice or live).",
        "Uw meldkamer heeft geen lijnen van die soort (oefening of echt)."
    );
    public static readonly ProblemReason NotWave = new(
        "not-wave",
        ProblemTypes.InvalidMessage,
        "This is not a RIFF/WAVE file, or it is cut short.",
        "Dit is geen RIFF/WAVE-bestand, of het is afgebroken."
    );
    public static readonly ProblemReason NotPcm = new(
        "not-pcm",
        ProblemTypes.InvalidMessage,
        "The WAV file must hold PCM of 8 or 16 bits.",
        "Het WAV-bestand moet PCM van 8 of 16 bits bevatten."
    );
    public static readonly ProblemReason SampleRate = new(
        "sample-rate",
        ProblemTypes.InvalidMessage,
        "The WAV file must be sampled at 8 to 48 kHz.",
        "Het WAV-bestand moet op 8 tot 48 kHz bemonsterd zijn."
    );
    public static readonly ProblemReason Channels = new(
        "channels",
        ProblemTypes.InvalidMessage,
        "The WAV file must have one channel or two.",
        "Het WAV-bestand moet een of twee kanalen hebben."
    );
    public static readonly ProblemReason NoSound = new(
        "no-sound",
        ProblemTypes.InvalidMessage,
        "The WAV file holds no sound.",
        "Het WAV-bestand bevat geen geluid."
    );
    public static readonly ProblemReason MessageTooLong = new(
        "message-too-long",
        ProblemTypes.InvalidMessage,
        "The message plays for {0} s; {1} s is the limit.",
        "Het bericht duurt {0} s; {1} s is de grens."
    );
}
