namespace Burgernet.Participants;

/// <summary>Why a change of the register was refused.</summary>
[GenerateSerializer]
[Alias("burgernet.participant-refusal-code")]
public enum ParticipantRefusalCode
{
    /// <summary>There is no such participant.</summary>
    Unknown = 0,

    /// <summary>This participant was registered before, by another operation.</summary>
    AlreadyRegistered = 1,

    /// <summary>They left.</summary>
    AlreadyLeft = 2,

    /// <summary>Everything personal was destroyed.</summary>
    Erased = 3,

    /// <summary>Only a pending sign-up can be confirmed.</summary>
    NotPending = 4,

    /// <summary>Only who is active can be suspended.</summary>
    NotActive = 5,

    /// <summary>Only who is suspended can be resumed.</summary>
    NotSuspended = 6,

    /// <summary>Somebody else changed it since the version that the caller saw.</summary>
    VersionChanged = 7,

    /// <summary>The operation's id was used for another change, or is empty.</summary>
    OperationReused = 8,

    /// <summary>Nothing says how it was confirmed.</summary>
    ConfirmationMissing = 9,

    /// <summary>No mail is sent from here.</summary>
    MailUnavailable = 10,

    /// <summary>No text messages are sent from here.</summary>
    SmsUnavailable = 11,

    /// <summary>Confirmed already, and asked to confirm all the same.</summary>
    AskedAndConfirmed = 12,

    /// <summary>No name.</summary>
    NameMissing = 20,

    /// <summary>Over 100 characters, or with control characters.</summary>
    NameInvalid = 21,

    /// <summary>No phone number.</summary>
    PhoneMissing = 30,

    /// <summary>More than three.</summary>
    PhonesTooMany = 31,

    /// <summary>The same number twice.</summary>
    PhoneRepeated = 32,

    /// <summary>Not a number that exists.</summary>
    PhoneInvalid = 33,

    /// <summary>A number of a country that is not configured.</summary>
    PhoneCountry = 34,

    /// <summary>A premium or information number.</summary>
    PhonePremium = 35,

    /// <summary>A shared-cost number.</summary>
    PhoneSharedCost = 36,

    /// <summary>A number of a machine (097 and its like).</summary>
    PhoneMachine = 37,

    /// <summary>An emergency number.</summary>
    PhoneEmergency = 38,

    /// <summary>Neither mobile nor fixed: free, company-wide, pager, voicemail.</summary>
    PhoneNotPersonal = 39,

    /// <summary>On the deny-list.</summary>
    PhoneDenied = 40,

    /// <summary>A practice number, and a carrier leads beyond this machine.</summary>
    PhonePractice = 41,

    /// <summary>Another participant who is pending, active or suspended has this number.</summary>
    PhoneTaken = 42,

    /// <summary>Not an e-mail address.</summary>
    EmailInvalid = 50,

    /// <summary>A location asks for e-mail, and there is no address.</summary>
    EmailNeeded = 51,

    /// <summary>A location asks for SMS, and no number is mobile.</summary>
    MobileNeeded = 52,

    /// <summary>Not a year in which somebody alive was born.</summary>
    BirthYearInvalid = 60,

    /// <summary>May be younger than 16.</summary>
    TooYoung = 61,

    /// <summary>Not one of the configured groups.</summary>
    TargetGroupUnknown = 62,

    /// <summary>No language that there is.</summary>
    LanguageUnknown = 63,

    /// <summary>No kind that there is.</summary>
    KindUnknown = 64,

    /// <summary>No location.</summary>
    LocationMissing = 70,

    /// <summary>More than five.</summary>
    LocationsTooMany = 71,

    /// <summary>The number is not 1 to 5, or there twice.</summary>
    LocationNumberInvalid = 72,

    /// <summary>No label, over 40 characters, or with control characters.</summary>
    LabelInvalid = 73,

    /// <summary>Not a point on the earth.</summary>
    PointInvalid = 74,

    /// <summary>Not a Dutch postcode.</summary>
    PostcodeInvalid = 75,

    /// <summary>House number or addition cannot be right.</summary>
    HouseNumberInvalid = 76,

    /// <summary>No channel, or one that there is not.</summary>
    ChannelsInvalid = 77,

    /// <summary>Outside the edges of where locations may be: mostly a swapped or missing coordinate.</summary>
    PointFarAway = 78,

    /// <summary>Consent is the legal basis, and nothing says when and to what they agreed.</summary>
    ConsentMissing = 80,

    /// <summary>Agreed in the future, or to a version without a name.</summary>
    ConsentInvalid = 81,

    /// <summary>No source, or over 40 characters.</summary>
    SourceInvalid = 82,

    /// <summary>No legal basis that there is.</summary>
    LegalBasisUnknown = 83,
}
