using Burgernet.Participants;

namespace Burgernet.Api.Participants;

/// <summary>What the register says when it refuses something, in English and Dutch.</summary>
internal static class ParticipantReasonTexts
{
    /// <summary>Why.</summary>
    public static (string English, string Dutch) Of(ParticipantRefusalCode code) =>
        code switch
        {
            ParticipantRefusalCode.Unknown => ("There is no such participant.", "Deze deelnemer is er niet."),
            ParticipantRefusalCode.AlreadyRegistered => ("This participant is registered already.", "Deze deelnemer is al aangemeld."),
            ParticipantRefusalCode.AlreadyLeft => ("The participant has left.", "De deelnemer heeft zich afgemeld."),
            ParticipantRefusalCode.Erased => ("The participant's data was erased.", "De gegevens van de deelnemer zijn gewist."),
            ParticipantRefusalCode.NotPending => (
                "Only a pending sign-up can be confirmed.",
                "Alleen een aanmelding die wacht kan worden bevestigd."
            ),
            ParticipantRefusalCode.NotActive => ("Only who is active can be suspended.", "Alleen wie actief is kan worden opgeschort."),
            ParticipantRefusalCode.NotSuspended => ("Only who is suspended can be resumed.", "Alleen wie is opgeschort kan weer meedoen."),
            ParticipantRefusalCode.VersionChanged => (
                "Somebody else changed it meanwhile: read it again.",
                "Iemand anders heeft het intussen gewijzigd: lees het opnieuw."
            ),
            ParticipantRefusalCode.OperationReused => (
                "The operation's id was used for something else, or is empty.",
                "Het id van de handeling is voor iets anders gebruikt, of is leeg."
            ),
            ParticipantRefusalCode.ConfirmationMissing => (
                "Nothing that is known says how it was confirmed.",
                "Niets bekends zegt hoe het is bevestigd."
            ),
            ParticipantRefusalCode.MailUnavailable => (
                "No mail can be sent from here, so nobody can confirm by it.",
                "Van hier kan geen mail worden verstuurd, dus kan niemand daarmee bevestigen."
            ),
            ParticipantRefusalCode.SmsUnavailable => (
                "No text messages can be sent from here, so nobody can confirm by one.",
                "Van hier kan geen sms worden verstuurd, dus kan niemand daarmee bevestigen."
            ),
            ParticipantRefusalCode.AskedAndConfirmed => (
                "It is confirmed already: there is nothing to ask.",
                "Het is al bevestigd: er valt niets te vragen."
            ),
            ParticipantRefusalCode.NameMissing => ("A name is required.", "Een naam is verplicht."),
            ParticipantRefusalCode.NameInvalid => (
                "A name has at most 100 characters, none of them a control character.",
                "Een naam heeft hoogstens 100 tekens, zonder stuurtekens."
            ),
            ParticipantRefusalCode.PhoneMissing => ("A phone number is required.", "Een telefoonnummer is verplicht."),
            ParticipantRefusalCode.PhonesTooMany => ("At most three phone numbers.", "Hoogstens drie telefoonnummers."),
            ParticipantRefusalCode.PhoneRepeated => ("The same number stands there twice.", "Hetzelfde nummer staat er twee keer."),
            ParticipantRefusalCode.PhoneInvalid => ("This is not a phone number that exists.", "Dit is geen bestaand telefoonnummer."),
            ParticipantRefusalCode.PhoneCountry => (
                "Numbers of this country are not accepted here.",
                "Nummers van dit land worden hier niet aanvaard."
            ),
            ParticipantRefusalCode.PhonePremium => (
                "This is a premium or information number.",
                "Dit is een betaald nummer of informatienummer."
            ),
            ParticipantRefusalCode.PhoneSharedCost => ("This is a shared-cost number.", "Dit is een nummer met gedeelde kosten."),
            ParticipantRefusalCode.PhoneMachine => ("This is a number for machines.", "Dit is een nummer voor apparaten."),
            ParticipantRefusalCode.PhoneEmergency => ("This is an emergency number.", "Dit is een alarmnummer."),
            ParticipantRefusalCode.PhoneNotPersonal => (
                "This is neither a mobile nor a fixed number.",
                "Dit is geen mobiel en geen vast nummer."
            ),
            ParticipantRefusalCode.PhoneDenied => ("This number is on the deny-list.", "Dit nummer staat op de weigerlijst."),
            ParticipantRefusalCode.PhonePractice => (
                "This is a practice number, and a carrier here is real.",
                "Dit is een oefennummer, en een telefoonnet is hier echt."
            ),
            ParticipantRefusalCode.PhoneTaken => ("Another participant has this number.", "Een andere deelnemer heeft dit nummer."),
            ParticipantRefusalCode.EmailInvalid => ("This is not an e-mail address.", "Dit is geen e-mailadres."),
            ParticipantRefusalCode.EmailNeeded => (
                "E-mail is asked for, and there is no address.",
                "Er wordt om e-mail gevraagd, en er is geen adres."
            ),
            ParticipantRefusalCode.MobileNeeded => (
                "SMS is asked for, and no number is mobile.",
                "Er wordt om sms gevraagd, en geen nummer is mobiel."
            ),
            ParticipantRefusalCode.BirthYearInvalid => (
                "This is not a year in which somebody alive was born.",
                "Dit is geen jaar waarin iemand geboren is die leeft."
            ),
            ParticipantRefusalCode.TooYoung => (
                "Participants are 16 or older, whatever the day of birth.",
                "Deelnemers zijn 16 of ouder, wat de geboortedag ook is."
            ),
            ParticipantRefusalCode.TargetGroupUnknown => ("There is no such target group.", "Deze doelgroep is er niet."),
            ParticipantRefusalCode.LanguageUnknown => ("Languages are nl and en.", "Talen zijn nl en en."),
            ParticipantRefusalCode.KindUnknown => ("This is citizen or professional.", "Dit is burger of professional."),
            ParticipantRefusalCode.LocationMissing => ("A location is required.", "Een verblijflocatie is verplicht."),
            ParticipantRefusalCode.LocationsTooMany => ("At most five locations.", "Hoogstens vijf verblijflocaties."),
            ParticipantRefusalCode.LocationNumberInvalid => (
                "Locations are numbered 1 to 5, each number once.",
                "Verblijflocaties zijn genummerd van 1 tot en met 5, elk nummer één keer."
            ),
            ParticipantRefusalCode.LabelInvalid => (
                "A label has 1 to 40 characters, none of them a control character.",
                "Een omschrijving heeft 1 tot 40 tekens, zonder stuurtekens."
            ),
            ParticipantRefusalCode.PointInvalid => ("This is not a point on the earth.", "Dit is geen punt op aarde."),
            ParticipantRefusalCode.PostcodeInvalid => ("This is not a Dutch postcode.", "Dit is geen Nederlandse postcode."),
            ParticipantRefusalCode.HouseNumberInvalid => (
                "This house number, or its addition, cannot be right.",
                "Dit huisnummer, of de toevoeging, kan niet kloppen."
            ),
            ParticipantRefusalCode.ChannelsInvalid => (
                "A location has at least one channel: voice, SMS, e-mail.",
                "Een verblijflocatie heeft minstens één kanaal: telefoon, sms, e-mail."
            ),
            ParticipantRefusalCode.PointFarAway => (
                "This point is far away: are latitude and longitude swapped?",
                "Dit punt is ver weg: zijn breedte- en lengtegraad verwisseld?"
            ),
            ParticipantRefusalCode.ConsentMissing => (
                "Consent is the legal basis, and nothing says when and to which text.",
                "Toestemming is de grondslag, en niets zegt wanneer en voor welke tekst."
            ),
            ParticipantRefusalCode.ConsentInvalid => (
                "The consent lies in the future, or its text has no name.",
                "De toestemming ligt in de toekomst, of de tekst heeft geen naam."
            ),
            ParticipantRefusalCode.SourceInvalid => ("A source has 1 to 40 characters.", "Een bron heeft 1 tot 40 tekens."),
            ParticipantRefusalCode.LegalBasisUnknown => ("There is no such legal basis.", "Deze grondslag is er niet."),
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
}
