using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Silo.Sms;
using Burgernet.TestKit;
using Burgernet.Tests.Unit.Sms;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>The node's gateway against Debian's <c>Net::SMPP</c> as SMS centre.</summary>
public sealed class GatewayPerlTests
{
    [Fact]
    public async Task Gateway_FromBindToUnbind_SendsAndIsToldWhatBecameOfIt()
    {
        await using var smsc = PeerProcess.StartPerl();
        var rig = new GatewayRig(
            new IPEndPoint(IPAddress.Loopback, await smsc.Port()),
            () => new SmscOptions { Password = "secret", EnquireInterval = TimeSpan.FromMilliseconds(100) }
        );
        await using (rig)
        {
            await rig.IsBound();
            var number = PracticeNumbers.Format(5678);

            var plain = await rig.Submit(rig.Text("Prijs €5", number: number, left: TimeSpan.FromMinutes(30)));
            var cut = await rig.Submit(rig.Text(new string('é', 161), number: number));

            Assert.Equal((MessageNewsKind.Accepted, "p1"), (plain.Kind, Assert.Single(plain.Ids)));
            Assert.Equal((MessageNewsKind.Accepted, 2), (cut.Kind, cut.Ids.Count));
            await Eventually.Holds("three receipts came", () => rig.Receipts.Count == 3, PeerProcess.Limit, () => smsc.Output);
            Assert.Equal(
                ["p1", "p2", "p3"],
                rig.Receipts.Select(one => one.MessageId).Order(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
            Assert.All(rig.Receipts, one => Assert.Equal((ReceiptState.Delivered, number), (one.State, one.Destination.Value)));
            Assert.Equal("5072696a73201b6535", (await smsc.Wait("submit", 3))[0].GetProperty("hex").GetString());
            await smsc.Wait("enquire");
        }

        await smsc.Wait("unbind");
    }
}
