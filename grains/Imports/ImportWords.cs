using Burgernet.Participants;

namespace Burgernet.Grains.Imports;

/// <summary>The words that may stand in an import file, Dutch and English, in any case.</summary>
internal static class ImportWords
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly char[] Between = [' ', ',', ';', '+', '/'];

    public static readonly Dictionary<string, Language> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nl"] = Language.Dutch,
        ["en"] = Language.English,
    };

    public static readonly Dictionary<string, ParticipantKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["citizen"] = ParticipantKind.Citizen,
        ["burger"] = ParticipantKind.Citizen,
        ["professional"] = ParticipantKind.Professional,
    };

    public static readonly Dictionary<string, LegalBasis> LegalBases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["consent"] = LegalBasis.Consent,
        ["toestemming"] = LegalBasis.Consent,
        ["contract"] = LegalBasis.Contract,
        ["overeenkomst"] = LegalBasis.Contract,
        ["legal-obligation"] = LegalBasis.LegalObligation,
        ["wettelijke-plicht"] = LegalBasis.LegalObligation,
        ["vital-interests"] = LegalBasis.VitalInterests,
        ["vitaal-belang"] = LegalBasis.VitalInterests,
        ["public-task"] = LegalBasis.PublicTask,
        ["publieke-taak"] = LegalBasis.PublicTask,
        ["legitimate-interests"] = LegalBasis.LegitimateInterests,
        ["gerechtvaardigd-belang"] = LegalBasis.LegitimateInterests,
    };

    public static readonly Dictionary<string, ConfirmationMethod> Confirmations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["card"] = ConfirmationMethod.SignedCard,
        ["kaart"] = ConfirmationMethod.SignedCard,
        ["email"] = ConfirmationMethod.EmailToken,
        ["e-mail"] = ConfirmationMethod.EmailToken,
        ["sms"] = ConfirmationMethod.SmsCode,
    };

    public static readonly Dictionary<string, ContactChannels> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["voice"] = ContactChannels.Voice,
        ["telefoon"] = ContactChannels.Voice,
        ["sms"] = ContactChannels.Sms,
        ["email"] = ContactChannels.Email,
        ["e-mail"] = ContactChannels.Email,
    };

    public static readonly Dictionary<string, bool> YesAndNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true,
        ["ja"] = true,
        ["true"] = true,
        ["1"] = true,
        ["no"] = false,
        ["nee"] = false,
        ["false"] = false,
        ["0"] = false,
    };

    /// <summary>The words of a list.</summary>
    public static string[] Split(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>When a day begins in the Netherlands.</summary>
    public static DateTimeOffset BeginningOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Amsterdam.GetUtcOffset(midnight));
    }
}
