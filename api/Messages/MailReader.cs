using Burgernet.Actions;
using Burgernet.Api.Json;
using Burgernet.Api.Problems;
using Burgernet.Participants;

namespace Burgernet.Api.Messages;

/// <summary>Reads what messages say as a mail.</summary>
internal static class MailReader
{
    /// <summary>The member with the mails: <c>{"nl":{"subject":"…","text":"…"},"en":{…}}</c>. What a language has none of is made of the text that is spoken, else of that of an SMS.</summary>
    public const string Mail = "email";

    /// <summary>One line.</summary>
    public const string Subject = "subject";

    /// <summary>Plain text, paragraphs parted by empty lines.</summary>
    public const string Text = "text";

    /// <summary>The most characters of a subject: more is cut off by mail programs.</summary>
    public const int MaxSubject = 150;

    /// <summary>The most characters of a mail: three pages.</summary>
    public const int MaxText = 10_000;

    /// <summary>Reads the mails.</summary>
    public static IReadOnlyList<WrittenMail> Read(JsonFields fields, ProblemSink problems)
    {
        if (!fields.Has(Mail))
        {
            return [];
        }

        var mails = new List<WrittenMail>();
        var languages = fields.RequiredObject(Mail, "nl", "en");
        foreach (var (member, language) in new[] { ("nl", Language.Dutch), ("en", Language.English) })
        {
            if (languages?.Has(member) == true && languages.RequiredObject(member, Subject, Text) is { } mail)
            {
                var subject = mail.RequiredText(Subject, MaxSubject, lines: false);
                var text = mail.RequiredText(Text, MaxText, lines: true);
                if (subject is not null && text is not null)
                {
                    mails.Add(new WrittenMail(language, subject.Trim(), text));
                }
            }
        }

        if (languages is not null && mails.Count == 0 && problems.First is null)
        {
            problems.Add(RequestReasons.Empty, Mail);
        }

        return mails;
    }
}
