using System.Globalization;
using Burgernet.Grains.Mail;
using Burgernet.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Mail.Dkim;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Burgernet.Silo.Mail;

/// <summary>Makes messages of letters, signed where there is a key. Any thread.</summary>
internal sealed class MailComposer(IOptions<MailOptions> options, DkimKeys keys)
{
    private readonly MailOptions _options = options.Value;

    /// <summary>The message of a letter; not to be changed afterwards.</summary>
    public MimeMessage Compose(MailLetter mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            MessageId = $"{mail.Id:N}@{_options.Domain}",
            Date = mail.Date,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Text.Value },
                new TextPart(TextFormat.Html) { Text = mail.Html.Value },
            },
        };
        message.From.Add(new MailboxAddress(mail.FromName.Length > 0 ? mail.FromName : _options.FromName, _options.From));
        message.To.Add(new MailboxAddress("", mail.To.Value));
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language == Language.English ? "en" : "nl");

        // RFC 3834 §5: no answer by a machine. RFC 8058 §3.1: one click, no login. RFC 2919: which list it is.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.LeaveUrl.Value}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        if (mail.List is { } list)
        {
            message.Headers.Add(
                HeaderId.ListId,
                string.Create(CultureInfo.InvariantCulture, $"<{(list == MailList.Articles ? "articles" : "actions")}.{_options.Domain}>")
            );
        }

        keys.Sign(message);
        return message;
    }

    /// <summary>The envelope's sender: where a bounce goes.</summary>
    public MailboxAddress Sender(MailLetter mail) => new("", _options.EnvelopeSender(mail.BounceToken));
}
