using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;

namespace Burgernet.Silo.Mail;

/// <summary>Mail of practice actions: it lies in the practice mailbox, and nothing leaves the node.</summary>
internal sealed class PracticeMailGateway(
    PracticeMailbox mailbox,
    ActionMailWriter writer,
    UndeliverableAddresses undeliverable,
    TimeProvider time
) : IMessageGateway
{
    public void Submit(TextMessage message)
    {
        var now = time.GetUtcNow();
        if (!message.Practice || !message.MayStart(time))
        {
            message.News.TryWrite(new MessageNews(message, MessageNewsKind.Withheld, now, []));
            return;
        }

        if (undeliverable.Contains(message.Order.Number))
        {
            message.News.TryWrite(
                new MessageNews(message, MessageNewsKind.Refused, now, [], SmtpReply.NoMailbox, ForGood: true, NoSuchAddress: true)
            );
            return;
        }

        var letter = writer.Write(message, now);
        mailbox.Keep(letter);
        message.News.TryWrite(new MessageNews(message, MessageNewsKind.Accepted, now, [letter.BounceToken], SmtpReply.Accepted));
    }
}
