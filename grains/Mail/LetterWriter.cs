using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>Makes mails of what they say: plain text, and HTML that needs nothing from elsewhere. Pure.</summary>
/// <remarks>
/// The HTML is for everybody's mail program and screen reader: its language is said (WCAG 2.2 3.1.1), and that of a text in another one (3.1.2); headings are headings (1.3.1); there is no
/// picture, no table and no script; letters stand out from their ground by 8 to 1 at least (1.4.6), and grow with the reader's own size (1.4.4).
/// </remarks>
internal static class LetterWriter
{
    /// <summary>Letters of any script stay as they are; what means something in HTML does not.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The mail of a letter.</summary>
    /// <param name="id">Which letter.</param>
    /// <param name="to">The address.</param>
    /// <param name="text">What it says.</param>
    /// <param name="leaveUrl">Where one click leaves, or unsubscribes.</param>
    /// <param name="language">In which language it is.</param>
    /// <param name="now">The time.</param>
    public static MailLetter Write(Guid id, PersonalText to, LetterText text, string leaveUrl, Language language, DateTimeOffset now) =>
        new(id, to, text.Subject, new(Plain(text)), new(Html(text, language)), new(leaveUrl), now) { Language = language };

    private static string Plain(LetterText text)
    {
        var plain = new StringBuilder();
        foreach (var part in text.Parts)
        {
            AppendPlain(plain, part);
        }

        if (text.Footer.Count > 0)
        {
            // RFC 3676 §4.3: what follows is no part of what is said.
            plain.Append("-- \n");
            foreach (var part in text.Footer)
            {
                AppendPlain(plain, part);
            }
        }

        return plain.ToString();
    }

    private static void AppendPlain(StringBuilder plain, LetterPart part)
    {
        switch (part.Kind)
        {
            case LetterPartKind.Link:
                plain.Append(part.Words).Append(":\n").Append(part.Url).Append('\n');
                break;
            case LetterPartKind.Text:
                plain.AppendJoin("\n\n", Paragraphs(part.Words)).Append('\n');
                break;
            default:
                plain.Append(part.Words).Append('\n');
                break;
        }

        plain.Append('\n');
    }

    private static string Html(LetterText text, Language language)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
            .Append(Code(language))
            .Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light\">\n<title>")
            .Append(Encoder.Encode(text.Subject))
            .Append(
                "</title>\n</head>\n<body style=\"margin:0;background:#f3f5f8;color:#1b2430;font:1.0625rem/1.55 Arial,Helvetica,sans-serif\">\n"
            )
            .Append("<main style=\"max-width:36rem;margin:0 auto;padding:1.5rem;background:#ffffff;border-top:0.5rem solid #154273\">\n")
            .Append("<h1 style=\"font-size:1.5rem;line-height:1.25;margin:0 0 1rem\">")
            .Append(Encoder.Encode(text.Subject))
            .Append("</h1>\n");
        foreach (var part in text.Parts)
        {
            AppendHtml(html, part, footer: false, language);
        }

        if (text.Footer.Count > 0)
        {
            html.Append(
                "<footer style=\"margin-top:2rem;padding-top:1rem;border-top:1px solid #8a94a3;color:#3c4653;font-size:0.9375rem\">\n"
            );
            foreach (var part in text.Footer)
            {
                AppendHtml(html, part, footer: true, language);
            }

            html.Append("</footer>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHtml(StringBuilder html, LetterPart part, bool footer, Language language)
    {
        switch (part.Kind)
        {
            case LetterPartKind.Heading:
                html.Append("<h2 style=\"font-size:1.1875rem;line-height:1.3;margin:1.5rem 0 0.5rem\">")
                    .Append(Encoder.Encode(part.Words))
                    .Append("</h2>\n");
                break;
            case LetterPartKind.Link:
                html.Append("<p style=\"margin:0 0 1rem\"><a href=\"")
                    .Append(Encoder.Encode(part.Url!))
                    .Append(
                        footer
                            ? "\" style=\"color:#154273\">"
                            : "\" style=\"display:inline-block;padding:0.75rem 1.5rem;background:#154273;color:#ffffff;font-weight:bold\">"
                    )
                    .Append(Encoder.Encode(part.Words))
                    .Append("</a></p>\n");
                break;
            case LetterPartKind.Text:
                AppendText(html, part, language);
                break;
            default:
                html.Append("<p style=\"margin:0 0 1rem\">").Append(Encoder.Encode(part.Words)).Append("</p>\n");
                break;
        }
    }

    private static void AppendText(StringBuilder html, LetterPart part, Language language)
    {
        html.Append("<div");
        if (part.Language is { } own && own != language)
        {
            html.Append(" lang=\"").Append(Code(own)).Append('"');
        }

        html.Append(" style=\"margin:0 0 1rem;padding-left:1rem;border-left:0.25rem solid #154273\">\n");
        foreach (var paragraph in Paragraphs(part.Words))
        {
            html.Append("<p style=\"margin:0 0 1rem\">")
                .AppendJoin("<br>\n", paragraph.Split('\n').Select(line => Encoder.Encode(line)))
                .Append("</p>\n");
        }

        html.Append("</div>\n");
    }

    /// <summary>Paragraphs of a text by a person: parted by empty lines, without the blanks around them.</summary>
    private static string[] Paragraphs(string words) =>
        words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Code(Language language) => language == Language.English ? "en" : "nl";
}
