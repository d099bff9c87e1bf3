using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>Our ESME against Debian's <c>Net::SMPP</c>.</summary>
public sealed class PerlSmscTests
{
    [Fact]
    public async Task Session_FromBindToUnbind_Works()
    {
        await using var smsc = PeerProcess.StartPerl();
        var desk = new Desk();
        var options = Desk.Options(await smsc.Port()) with { EnquireInterval = TimeSpan.FromMilliseconds(100) };
        await using var client = SmppClient.Start(options, desk);
        await client
            .WaitUntilBoundAsync(TestContext.Current.CancellationToken)
            .WaitAsync(PeerProcess.Limit, TestContext.Current.CancellationToken);

        var plain = Assert.Single(await Desk.Send(client, "31991005678", "Prijs €5", receipts: RegisteredDelivery.Receipt));
        var cut = await Desk.Send(client, "31991005678", new string('é', 161), receipts: RegisteredDelivery.Receipt);
        await Desk.Send(client, "31991005678", "Ж");

        Assert.Equal(("p1", 2), (plain.MessageId.ToString(), cut.Length));
        var submits = await smsc.Wait("submit", 4);
        Assert.Equal(
            ("5072696a73201b6535", "000000003000000R", 0),
            (
                submits[0].GetProperty("hex").GetString(),
                submits[0].GetProperty("validity").GetString(),
                submits[0].GetProperty("coding").GetInt32()
            )
        );
        Assert.StartsWith("0500032a020105", submits[1].GetProperty("hex").GetString(), StringComparison.Ordinal);
        Assert.Equal((0x40, "0416"), (submits[2].GetProperty("class").GetInt32(), submits[3].GetProperty("hex").GetString()));
        await Eventually.Holds("three receipts came", () => desk.Receipts.Count == 3, PeerProcess.Limit, () => smsc.Output);
        Assert.All(desk.Receipts, receipt => Assert.Equal(MessageState.Delivered, receipt.State));
        Assert.Equal("p1", desk.Receipts.First().MessageId.ToString());
        await smsc.Wait("receipt", 3);
        await smsc.Wait("enquire");
        await client.StopAsync(PeerProcess.Limit);
        await smsc.Wait("unbind");
    }
}
