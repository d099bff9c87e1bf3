using Burgernet.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Kinds;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>What messages say as a mail. Pure.</summary>
internal static class MailTexts
{
    /// <summary>The mails of a message: its own, else what is spoken, else what an SMS says; behind it what the kind ends with.</summary>
    /// <param name="content">What the dispatcher gave.</param>
    /// <param name="kind">What the message is for.</param>
    /// <param name="policy">Of the kind of action.</param>
    /// <param name="number">The call-back number, or null.</param>
    public static IReadOnlyList<MailData> Of(MessageContent content, MessageKind kind, KindPolicy policy, string? number)
    {
        var mails = new List<MailData>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var own = content.Mails.FirstOrDefault(mail => mail.Language == language);
            var text =
                own?.Text
                ?? content.Spoken.FirstOrDefault(said => said.Language == language)?.Text
                ?? content.Written.FirstOrDefault(sms => sms.Language == language)?.Text;
            if (text is not null)
            {
                var subject = own?.Subject ?? ActionLetterText.SubjectOf(language, kind);
                mails.Add(new MailData(language, subject, WithClosing(text.Trim(), language, kind, policy, number)));
            }
        }

        return mails;
    }

    /// <summary>The mail in a language, with Dutch and then any other as fallback.</summary>
    public static MailData? In(IReadOnlyList<MailData> mails, Language language) =>
        mails.FirstOrDefault(mail => mail.Language == language)
        ?? mails.FirstOrDefault(mail => mail.Language == Language.Dutch)
        ?? (mails.Count > 0 ? mails[0] : null);

    /// <summary>Where people are asked for something the number to call belongs to it, unless it stands there already.</summary>
    private static string WithClosing(string text, Language language, MessageKind kind, KindPolicy policy, string? number)
    {
        var closing = MessageTexts.Asks(kind) ? MessageTexts.Closing(language, policy, number) : "";
        return closing.Length == 0 || (number is not null && text.Contains(number, StringComparison.Ordinal))
            ? text
            : $"{text}\n\n{closing}";
    }
}
