using Burgernet.Participants;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What is replied to text messages: in the language of a participant, in both to whoever is not known. Each is one SMS of GSM 03.38. Pure.</summary>
internal static class SmsTexts
{
    /// <summary>What each begins with.</summary>
    public const string Name = "Burgernet:";

    /// <summary>The reply.</summary>
    /// <param name="kind">What is replied.</param>
    /// <param name="language">The participant's, or null for somebody who is not known.</param>
    public static string Of(SmsReplyKind kind, Language? language) =>
        language switch
        {
            Language.Dutch => Dutch(kind),
            Language.English => English(kind),
            _ => Both(kind),
        };

    private static string Dutch(SmsReplyKind kind) =>
        kind switch
        {
            SmsReplyKind.Emergency =>
                "Burgernet: in nood? Bel 112! Uw bericht is met spoed aan de meldkamer gegeven, maar een sms vervangt 112 niet.",
            SmsReplyKind.Left =>
                "Burgernet: u bent afgemeld en krijgt geen oproepen meer. Was dat niet de bedoeling? Meld u dan opnieuw aan. Dank voor uw hulp.",
            SmsReplyKind.NotRegistered => "Burgernet: dit nummer doet niet (meer) mee en krijgt geen oproepen.",
            SmsReplyKind.Info =>
                "Burgernet vraagt u uit te kijken bij vermissing of misdrijf. Alleen de beheerder en, bij een tip, de meldkamer zien uw nummer. "
                    + "Stoppen: sms STOP. Nood: 112",
            _ => "Burgernet: dank u wel, de meldkamer heeft uw bericht ontvangen. Direct gevaar? Bel 112.",
        };

    private static string English(SmsReplyKind kind) =>
        kind switch
        {
            SmsReplyKind.Emergency =>
                "Burgernet: emergency? Call 112! Your message went to the control room with priority, but a text does not replace 112.",
            SmsReplyKind.Left =>
                "Burgernet: you have left and will get no more calls. Was that a mistake? Then sign up again. Thank you for your help.",
            SmsReplyKind.NotRegistered => "Burgernet: this number does not take part (any more) and gets no calls.",
            SmsReplyKind.Info =>
                "Burgernet asks you to look out for missing people and crime. Only its managers and, with a tip, the control room see your number. "
                    + "Leave: text STOP",
            _ => "Burgernet: thank you, the control room has your message. Immediate danger? Call 112.",
        };

    private static string Both(SmsReplyKind kind) =>
        kind switch
        {
            SmsReplyKind.Emergency =>
                "Burgernet: in nood? Bel 112! De meldkamer heeft uw bericht. / Emergency? Call 112! The control room has your message.",
            SmsReplyKind.Left => "Burgernet: u bent afgemeld en krijgt geen oproepen meer. / You have left and will get no more calls.",
            SmsReplyKind.NotRegistered =>
                "Burgernet: dit nummer doet niet (meer) mee en krijgt geen oproepen. / This number does not take part and gets no calls.",
            SmsReplyKind.Info =>
                "Burgernet: burgers kijken uit bij vermissing of misdrijf. U doet nu niet mee. / Citizens look out with the police. You take no part now.",
            _ => "Burgernet: de meldkamer heeft uw bericht. Nood? Bel 112. / The control room has your message. Emergency? Call 112.",
        };
}
