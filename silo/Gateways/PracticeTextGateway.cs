using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.Silo.Mail;

namespace Burgernet.Silo.Gateways;

/// <summary>The practice phones' text messages: they appear in the practice inbox, and their receipts come a moment later. Nothing leaves the node.</summary>
internal sealed partial class PracticeTextGateway(
    CarrierOptions carrier,
    PracticeSmsBox box,
    Func<IReceiptDesk> desk,
    TimeProvider time,
    ILogger<PracticeTextGateway> logger
) : IMessageGateway
{
    /// <summary>How long a practice phone takes to tell that it has a text. Invented.</summary>
    private static readonly TimeSpan Delivery = TimeSpan.FromMilliseconds(300);

    public void Submit(TextMessage message)
    {
        var now = time.GetUtcNow();

        // The last fence: a practice action never leaves by a live carrier, nor a live one by a practice carrier.
        if (message.Practice != carrier.Practice || !message.MayStart(time))
        {
            message.News.TryWrite(new MessageNews(message, MessageNewsKind.Withheld, now, []));
            return;
        }

        box.Keep(new ShortMessage((PersonalText)message.Order.Number, (PersonalText)message.Text, now));
        string[] ids = [.. Enumerable.Range(1, message.Segments).Select(part => $"{message.Order.Nonce:N}-{part}")];
        message.News.TryWrite(new MessageNews(message, MessageNewsKind.Accepted, now, ids));
        _ = Deliver(message.Order.Number, ids);
    }

    private async Task Deliver(string number, string[] ids)
    {
        try
        {
            await Task.Delay(Delivery, time);
            var now = time.GetUtcNow();
            await desk()
                .Take([.. ids.Select(id => new CarrierReceipt(carrier.Name, id, ReceiptState.Delivered, now, (PersonalText)number, null))]);
        }
        catch (Exception exception)
        {
            // Practice: a receipt that is lost is what happens in practice too.
            LogReceiptLost(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A practice receipt was not stored")]
    private static partial void LogReceiptLost(ILogger logger, Exception exception);
}
