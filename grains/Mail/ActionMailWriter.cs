using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Mail;
using Burgernet.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>Writes the mail of a delivery: the letter of its kind around what the dispatcher wrote, with links of its receiver's own. No I/O; any thread.</summary>
public sealed class ActionMailWriter(UnsubscribeTokens unsubscribe, BounceTokens bounces)
{
    /// <summary>The mail.</summary>
    /// <param name="message">What is delivered.</param>
    /// <param name="now">The time.</param>
    public MailLetter Write(TextMessage message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        var order = message.Order;
        var links = unsubscribe.Links(order.ParticipantId);
        var content = new ActionLetter(message.Subject, message.Text, message.TextLanguage, message.Practice);
        var isArticle = message.Kind == MessageKind.Article;
        var text = message.Kind switch
        {
            MessageKind.Outcome => ActionLetterText.Outcome(order.Language, content, links),
            MessageKind.Article => ActionLetterText.Article(order.Language, content, links),
            _ => ActionLetterText.Information(order.Language, content, links),
        };
        var leave = isArticle ? links.Articles : links.All;
        return LetterWriter.Write(order.Nonce, (PersonalText)order.Number, text, leave, order.Language, now) with
        {
            List = isArticle ? MailList.Articles : MailList.All,
            FromName = message.Sender,
            BounceToken = bounces.Write(order.ParticipantId, order.Number, order.Nonce, delivery: true),
        };
    }
}
