using System.Text;
using System.Text.Encodings.Web;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>Makes mails of what they say: plain text, and HTML that needs nothing from elsewhere. Pure.</summary>
internal static class LetterWriter
{
    /// <summary>The mail of a letter.</summary>
    /// <param name="id">Which letter.</param>
    /// <param name="to">The address.</param>
    /// <param name="text">What it says.</param>
    /// <param name="leaveUrl">Where one click leaves.</param>
    /// <param name="language">In which language it is.</param>
    /// <param name="now">The time.</param>
    public static MailLetter Write(Guid id, PersonalText to, LetterText text, string leaveUrl, Language language, DateTimeOffset now) =>
        new(id, to, text.Subject, new(Plain(text)), new(Html(text, language)), new(leaveUrl), now);

    private static string Plain(LetterText text)
    {
        var plain = new StringBuilder();
        foreach (var part in text.Parts)
        {
            plain.Append(part.Words).Append('\n');
            if (part.Url is { } url)
            {
                plain.Append(url).Append('\n');
            }

            plain.Append('\n');
        }

        return plain.ToString();
    }

    private static string Html(LetterText text, Language language)
    {
        var encoder = HtmlEncoder.Default;
        var html = new StringBuilder()
            .Append(language == Language.English ? "<!DOCTYPE html><html lang=\"en\">" : "<!DOCTYPE html><html lang=\"nl\">")
            .Append("<head><meta charset=\"utf-8\"><title>")
            .Append(encoder.Encode(text.Subject))
            .Append("</title></head><body style=\"font-family:sans-serif;line-height:1.5;max-width:36em\">");
        foreach (var part in text.Parts)
        {
            html.Append("<p>");
            html.Append(
                part.Url is { } url
                    ? $"<a href=\"{encoder.Encode(url)}\">{encoder.Encode(part.Words.TrimEnd(':'))}</a>"
                    : encoder.Encode(part.Words)
            );
            html.Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }
}
