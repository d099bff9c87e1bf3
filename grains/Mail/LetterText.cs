using System.Globalization;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What letters say, in Dutch and English. No name and no number stands in them: whoever reads along learns as little as can be.</summary>
/// <param name="Subject">Its subject, which is its heading too.</param>
/// <param name="Parts">What stands below it.</param>
internal sealed record LetterText(string Subject, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>Why it was sent, and how to get no more of it; none where the parts say so.</summary>
    public IReadOnlyList<LetterPart> Footer { get; init; } = [];

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Confirm your sign-up.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="confirmUrl">The link that confirms.</param>
    /// <param name="leaveUrl">The link that erases.</param>
    /// <param name="until">Until when it can be confirmed.</param>
    public static LetterText Confirm(Language language, string confirmUrl, string leaveUrl, DateTimeOffset until) =>
        language == Language.English
            ? new(
                "Confirm that you want to take part in Burgernet",
                [
                    LetterPart.Paragraph("Good day,"),
                    LetterPart.Paragraph(
                        "Somebody signed up for Burgernet with this e-mail address. If it was you, please confirm; only then do you take part."
                    ),
                    LetterPart.Link("Confirm", confirmUrl),
                    LetterPart.Paragraph($"This can be done once, until {When(until, British, "d MMMM yyyy 'at' HH:mm")}."),
                    LetterPart.Paragraph(
                        "If it was not you, you need not do anything: what was told is then erased. You can also have it erased now."
                    ),
                    LetterPart.Link("Erase", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            )
            : new(
                "Bevestig dat u met Burgernet mee wilt doen",
                [
                    LetterPart.Paragraph("Goedendag,"),
                    LetterPart.Paragraph(
                        "Iemand heeft zich met dit e-mailadres aangemeld voor Burgernet. Was u dat, bevestig het dan; pas daarna doet u mee."
                    ),
                    LetterPart.Link("Bevestigen", confirmUrl),
                    LetterPart.Paragraph($"Dat kan één keer, tot {When(until, Dutch, "d MMMM yyyy 'om' HH:mm 'uur'")}."),
                    LetterPart.Paragraph(
                        "Was u het niet, dan hoeft u niets te doen: de gegevens worden dan gewist. U kunt ze ook nu laten wissen."
                    ),
                    LetterPart.Link("Wissen", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            );

    /// <summary>You take part.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="leaveUrl">The link that leaves.</param>
    public static LetterText Welcome(Language language, string leaveUrl) =>
        language == Language.English
            ? new(
                "You take part in Burgernet",
                [
                    LetterPart.Paragraph("Good day,"),
                    LetterPart.Paragraph(
                        "Your sign-up is confirmed. When somebody is missing or looked for near the places that you gave, we may call you."
                    ),
                    LetterPart.Paragraph("You can leave at any moment, with one click and without logging in. Keep this mail for it."),
                    LetterPart.Link("Leave", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            )
            : new(
                "U doet mee met Burgernet",
                [
                    LetterPart.Paragraph("Goedendag,"),
                    LetterPart.Paragraph(
                        "Uw aanmelding is bevestigd. Wordt er iemand vermist of gezocht bij de plaatsen die u opgaf, dan kunnen wij u bellen."
                    ),
                    LetterPart.Paragraph(
                        "U kunt zich op elk moment afmelden, met één klik en zonder in te loggen. Bewaar deze mail daarvoor."
                    ),
                    LetterPart.Link("Afmelden", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            );

    /// <summary>Somebody signed up with your phone number.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="leaveUrl">The link that leaves.</param>
    public static LetterText PhoneTaken(Language language, string leaveUrl) =>
        language == Language.English
            ? new(
                "Your phone number was used to sign up again",
                [
                    LetterPart.Paragraph("Good day,"),
                    LetterPart.Paragraph(
                        "Somebody signed up for Burgernet with a phone number that is already yours there. Nothing was changed."
                    ),
                    LetterPart.Paragraph(
                        "If it was you: you need not do anything, you are known already. If it was not: you need not do anything either."
                    ),
                    LetterPart.Paragraph("If you no longer want to take part, you can leave with one click."),
                    LetterPart.Link("Leave", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            )
            : new(
                "Uw telefoonnummer is opnieuw aangemeld",
                [
                    LetterPart.Paragraph("Goedendag,"),
                    LetterPart.Paragraph(
                        "Iemand heeft zich voor Burgernet aangemeld met een telefoonnummer dat daar al van u is. Er is niets veranderd."
                    ),
                    LetterPart.Paragraph(
                        "Was u het: u hoeft niets te doen, u bent al bekend. Was u het niet: dan hoeft u ook niets te doen."
                    ),
                    LetterPart.Paragraph("Wilt u niet meer meedoen, dan kunt u zich met één klik afmelden."),
                    LetterPart.Link("Afmelden", leaveUrl),
                    LetterPart.Paragraph("Burgernet"),
                ]
            );

    /// <summary>The text message with a code: plain letters only, one message.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="until">Until when it can be used.</param>
    public static string Code(Language language, string code, DateTimeOffset until) =>
        language == Language.English
            ? $"Burgernet: your code is {code}, until {When(until, British, "HH:mm")}. Did you not sign up? Then ignore this message."
            : $"Burgernet: uw code is {code}, tot {When(until, Dutch, "HH:mm")} uur. Niet zelf aangemeld? Dan hoeft u niets te doen.";

    private static string When(DateTimeOffset instant, CultureInfo culture, string format) =>
        DutchTime.At(instant).ToString(format, culture);
}
