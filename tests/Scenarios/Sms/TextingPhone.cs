using Burgernet.Grains.Sms;
using Burgernet.Participants;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;

namespace Burgernet.Tests.Scenarios.Sms;

/// <summary>A phone that sends text messages by the practice carrier, and what comes back to it.</summary>
internal sealed class TextingPhone(TestNode node, string number)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Number => number;

    /// <summary>The texts that came to it, the oldest first.</summary>
    public IReadOnlyList<string> Received =>
        [.. node.Get<SmsBox>().Read().Where(sms => sms.To == number).Select(sms => sms.Text).Reverse()];

    public static InboundSms Message(string from, string text, string? id = null) =>
        new()
        {
            Carrier = TestNode.Carrier,
            Practice = true,
            From = (PersonalText)from,
            To = "4411",
            Text = (PersonalText)text,
            ReceivedAt = TimeProvider.System.GetUtcNow(),
            CarrierId = id,
        };

    public Task<InboundSmsAnswer> Sends(string text, string? id = null) => Sends(Message(number, text, id));

    public Task<InboundSmsAnswer> Sends(InboundSms message) => node.Get<IInboundSmsSink>().Take(message, CancellationToken.None);

    /// <summary>Waits until so many texts came to it in all, and gives the last.</summary>
    public async Task<string> UntilReceived(int count)
    {
        await Eventually.Holds(
            $"{count} replies came",
            () => Task.FromResult(Received.Count >= count),
            Patience,
            () => string.Join(" | ", Received)
        );
        return Received[^1];
    }

    /// <summary>Waits until nothing of it waits any more.</summary>
    public Task UntilHandled() =>
        Eventually.Holds(
            "everything it sent is dealt with",
            () =>
                node.Database.Read(sql =>
                    sql.Query("select count(*) from inbound_sms where due_at is not null", row => row.GetInt64(0))[0] == 0
                ),
            Patience
        );
}
