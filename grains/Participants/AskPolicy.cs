using Burgernet.Grains.Mail;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>Whether somebody can be asked to confirm in the way that is wished, and what they are written. Pure.</summary>
internal static class AskPolicy
{
    /// <summary>Why not, or null.</summary>
    /// <param name="registration">The sign-up.</param>
    /// <param name="hasMobile">Whether one of the numbers can get a text message.</param>
    /// <param name="mail">Whether mail can be sent from here.</param>
    /// <param name="sms">Whether text messages can.</param>
    public static ParticipantRefusal? WhyNot(Registration registration, bool hasMobile, bool mail, bool sms)
    {
        ParticipantRefusalCode? code = registration.AskBy switch
        {
            ConfirmationMethod.None => null,
            _ when registration.ConfirmedBy != ConfirmationMethod.None => ParticipantRefusalCode.AskedAndConfirmed,
            ConfirmationMethod.EmailToken when !mail => ParticipantRefusalCode.MailUnavailable,
            ConfirmationMethod.EmailToken => registration.Profile.Email is null ? ParticipantRefusalCode.EmailNeeded : null,
            ConfirmationMethod.SmsCode when !sms => ParticipantRefusalCode.SmsUnavailable,
            ConfirmationMethod.SmsCode => hasMobile ? null : ParticipantRefusalCode.MobileNeeded,
            _ => ParticipantRefusalCode.ConfirmationMissing,
        };
        return code is { } no ? new ParticipantRefusal(no, "/askBy") : null;
    }

    /// <summary>What whoever signs up is written.</summary>
    public static IReadOnlyList<LetterKind> Letters(Registration registration, ParticipantRow row, bool mail) =>
        registration.AskBy switch
        {
            ConfirmationMethod.EmailToken => [LetterKind.ConfirmEmail],
            ConfirmationMethod.SmsCode => [LetterKind.ConfirmSms],
            _ when registration.ConfirmedBy != ConfirmationMethod.None => Welcome(row, mail),
            _ => [],
        };

    /// <summary>What whoever begins to take part is written: where they have an address, and mail can be sent from here.</summary>
    public static IReadOnlyList<LetterKind> Welcome(ParticipantRow row, bool mail) =>
        mail && row.Lookups.Any(lookup => lookup.Kind == LookupKind.Email) ? [LetterKind.Welcome] : [];
}
