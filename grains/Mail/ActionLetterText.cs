using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What mails about an action say, in Dutch and English, around what a dispatcher wrote.</summary>
internal static class ActionLetterText
{
    private const string DutchPractice = "[Oefening] ";
    private const string EnglishPractice = "[Practice] ";

    private static readonly LetterPart DutchPracticeNotice = LetterPart.Paragraph(
        "Dit is een oefening. Er is niets gebeurd en u hoeft niets te doen."
    );
    private static readonly LetterPart EnglishPracticeNotice = LetterPart.Paragraph(
        "This is practice. Nothing has happened, and you need not do anything."
    );

    /// <summary>The subject of a mail for which nobody wrote one.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="kind">What it is for.</param>
    public static string SubjectOf(Language language, MessageKind kind) =>
        (language, kind) switch
        {
            (Language.English, MessageKind.Outcome) => "How the Burgernet action ended",
            (Language.English, MessageKind.Article) => "Article about a Burgernet action",
            (Language.English, _) => "Burgernet asks for your help",
            (_, MessageKind.Outcome) => "Afloop van de Burgernetactie",
            (_, MessageKind.Article) => "Artikel over een Burgernetactie",
            _ => "Burgernet vraagt uw hulp",
        };

    /// <summary>How an action ended (afloopbericht).</summary>
    /// <param name="language">In which language the letter is.</param>
    /// <param name="content">What the dispatcher wrote.</param>
    /// <param name="links">Where its links lead.</param>
    public static LetterText Outcome(Language language, ActionLetter content, UnsubscribeLinks links) =>
        language == Language.English
            ? Of(
                language,
                content,
                [LetterPart.Paragraph("Burgernet called for your help. This is how it ended.")],
                [LetterPart.Paragraph("Thank you for looking and listening along.")],
                EnglishFooter(links)
            )
            : Of(
                language,
                content,
                [LetterPart.Paragraph("Burgernet vroeg uw hulp. Dit is de afloop.")],
                [LetterPart.Paragraph("Dank u wel voor het meekijken en meeluisteren.")],
                DutchFooter(links)
            );

    /// <summary>More about an action that goes on.</summary>
    /// <param name="language">In which language the letter is.</param>
    /// <param name="content">What the dispatcher wrote.</param>
    /// <param name="links">Where its links lead.</param>
    public static LetterText Information(Language language, ActionLetter content, UnsubscribeLinks links) =>
        language == Language.English
            ? Of(
                language,
                content,
                [LetterPart.Paragraph("Burgernet asks for your eyes and ears. This is what is known.")],
                [
                    LetterPart.Heading("Have you seen or heard something?"),
                    LetterPart.Paragraph(
                        "Call the number that is mentioned here, or 112 where every second counts. Do not act yourself. This mailbox is not read."
                    ),
                ],
                EnglishFooter(links)
            )
            : Of(
                language,
                content,
                [LetterPart.Paragraph("Burgernet vraagt uw ogen en oren. Dit is wat er bekend is.")],
                [
                    LetterPart.Heading("Hebt u iets gezien of gehoord?"),
                    LetterPart.Paragraph(
                        "Bel het nummer dat hier genoemd wordt, of 112 als elke seconde telt. Treed niet zelf op. Deze mailbox wordt niet gelezen."
                    ),
                ],
                DutchFooter(links)
            );

    /// <summary>The article after an action.</summary>
    /// <param name="language">In which language the letter is.</param>
    /// <param name="content">What was published.</param>
    /// <param name="links">Where its links lead.</param>
    public static LetterText Article(Language language, ActionLetter content, UnsubscribeLinks links) =>
        language == Language.English
            ? Of(
                language,
                content,
                [LetterPart.Paragraph("You were asked to help in this action. This article was published about it.")],
                [],
                [
                    LetterPart.Paragraph("You get articles because you asked for them."),
                    LetterPart.Link("No more articles", links.Articles),
                    LetterPart.Link("No more mail about actions", links.All),
                ]
            )
            : Of(
                language,
                content,
                [LetterPart.Paragraph("U bent bij deze actie om hulp gevraagd. Dit artikel is erover verschenen.")],
                [],
                [
                    LetterPart.Paragraph("U krijgt artikelen omdat u daarom hebt gevraagd."),
                    LetterPart.Link("Geen artikelen meer", links.Articles),
                    LetterPart.Link("Geen mail meer over acties", links.All),
                ]
            );

    private static LetterText Of(
        Language language,
        ActionLetter content,
        IReadOnlyList<LetterPart> before,
        IReadOnlyList<LetterPart> after,
        IReadOnlyList<LetterPart> footer
    )
    {
        var english = language == Language.English;
        IReadOnlyList<LetterPart> notice =
            !content.Practice ? []
            : english ? [EnglishPracticeNotice]
            : [DutchPracticeNotice];
        var subject = OneLine(content.Subject);
        return new LetterText(
            !content.Practice ? subject
                : english ? EnglishPractice + subject
                : DutchPractice + subject,
            [.. notice, .. before, LetterPart.Text(content.Text, content.Language), .. after]
        )
        {
            Footer = footer,
        };
    }

    private static IReadOnlyList<LetterPart> DutchFooter(UnsubscribeLinks links) =>
        [
            LetterPart.Paragraph("U krijgt deze mail omdat u meedoet met Burgernet."),
            LetterPart.Link("Geen mail meer over acties", links.All),
        ];

    private static IReadOnlyList<LetterPart> EnglishFooter(UnsubscribeLinks links) =>
        [
            LetterPart.Paragraph("You get this mail because you take part in Burgernet."),
            LetterPart.Link("No more mail about actions", links.All),
        ];

    /// <summary>A subject is one line, whatever was written: a header that broke off would begin another.</summary>
    private static string OneLine(string text) =>
        string.Join(
            ' ',
            string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
