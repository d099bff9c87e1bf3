using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Mail;

/// <summary>Mail of practice actions: it lies in the practice mailbox, and nothing leaves the node. Some mailboxes are full, gone or slow, as with any relay.</summary>
internal sealed partial class PracticeMailGateway(
    PracticeMailbox mailbox,
    ActionMailWriter writer,
    UndeliverableAddresses undeliverable,
    BounceTokens tokens,
    BounceDesk bounces,
    IOptions<PracticeMailOptions> options,
    TimeProvider time,
    ILogger<PracticeMailGateway> logger
) : IMessageGateway
{
    private const int NotNow = 450;
    private const string MailboxFull = "5.2.2";

    public void Submit(TextMessage message)
    {
        if (!message.Practice || !message.MayStart(time))
        {
            Tell(message, MessageNewsKind.Withheld);
            return;
        }

        var address = message.Order.Number;
        var fate = undeliverable.Contains(address) ? PracticeMailFate.NoMailbox : PracticeMailboxes.FateOf(options.Value, address);
        if (fate == PracticeMailFate.NoMailbox)
        {
            message.News.TryWrite(
                News(message, MessageNewsKind.Refused) with
                {
                    Status = SmtpReply.NoMailbox,
                    ForGood = true,
                    NoSuchAddress = true,
                }
            );
        }
        else if (fate == PracticeMailFate.Later && message.Order.Attempt == 1)
        {
            message.News.TryWrite(News(message, MessageNewsKind.Refused) with { Status = NotNow });
        }
        else
        {
            Take(message, fate);
        }
    }

    private void Take(TextMessage message, PracticeMailFate fate)
    {
        var letter = writer.Write(message, time.GetUtcNow());
        if (fate == PracticeMailFate.Full)
        {
            _ = ComeBack(letter.BounceToken);
        }
        else
        {
            mailbox.Keep(letter);
        }

        message.News.TryWrite(News(message, MessageNewsKind.Accepted) with { Ids = [letter.BounceToken], Status = SmtpReply.Accepted });
    }

    private async Task ComeBack(string token)
    {
        try
        {
            await Task.Delay(options.Value.BounceAfter, time);
            if (tokens.Read(token) is { } letter)
            {
                await bounces.Take(new Bounce(token, letter, BounceAction.Failed, MailboxFull, HashChain.Now(time)));
            }
        }
        catch (Exception exception)
        {
            // A mailbox of practice that stays silent harms nobody; the node goes on.
            LogLost(logger, exception);
        }
    }

    private MessageNews News(TextMessage message, MessageNewsKind kind) => new(message, kind, time.GetUtcNow(), []);

    private void Tell(TextMessage message, MessageNewsKind kind) => message.News.TryWrite(News(message, kind));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A practice mail was to come back and did not")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
