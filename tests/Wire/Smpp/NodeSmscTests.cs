using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.Smpp.Text;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>Our ESME against npm's <c>smpp</c>.</summary>
public sealed class NodeSmscTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_OfAllKinds_ArriveAsTheyWereWritten()
    {
        await using var smsc = PeerProcess.StartNode("0");
        var desk = new Desk();
        await using var client = SmppClient.Start(Desk.Options(await smsc.Port()), desk);
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);

        string[] texts = ["Kind vermist: bel 144.", "Prijs €5 {of} [meer] ^ ~ | \\ é", "Emoji 🚨 en ’aanhalingstekens’"];
        foreach (var text in texts)
        {
            Assert.Equal(SubmitOutcome.Accepted, Assert.Single(await Desk.Send(client, "31991005603", text)).Outcome);
        }

        var longText = string.Concat(Enumerable.Repeat("Zoek mee naar € ", 20)) + "🚨";
        await Desk.Send(client, "31991005603", longText);
        await Desk.Send(client, "31991005603", new string('a', 200), new SegmentOptions { Method = SegmentMethod.Payload });
        await Desk.Send(client, "31991005603", new string('b', 200), new SegmentOptions { Method = SegmentMethod.Sar });

        var bind = Assert.Single(smsc.Of("bind"));
        Assert.Equal(
            ("bind_transceiver", "burgernet", "VMS", 0x34),
            (
                bind.GetProperty("command").GetString(),
                bind.GetProperty("system").GetString(),
                bind.GetProperty("type").GetString(),
                bind.GetProperty("version").GetInt32()
            )
        );
        var got = smsc.Of("submit");
        Assert.Equal(texts[1], got[1].GetProperty("text").GetString());
        Assert.Equal(texts[2], got[2].GetProperty("text").GetString());
        var segments = SegmentCounter.Measure(longText).Segments;
        Assert.Equal(longText, string.Concat(got.Skip(3).Take(segments).Select(one => one.GetProperty("text").GetString())));
        Assert.StartsWith("00032a", got[3].GetProperty("udh").GetString(), StringComparison.Ordinal);
        Assert.Equal(new string('a', 200), got[3 + segments].GetProperty("payload").GetString());
        Assert.Equal(0x2A, got[^1].GetProperty("reference").GetInt32());
        Assert.Equal(texts[0], got[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Receipts_AndReplies_ReachTheOwner()
    {
        await using var smsc = PeerProcess.StartNode("0");
        var desk = new Desk();
        await using var client = SmppClient.Start(Desk.Options(await smsc.Port()), desk);
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);

        var delivered = Assert.Single(await Desk.Send(client, "31991005600", "Kind vermist", receipts: RegisteredDelivery.Receipt));
        var failed = Assert.Single(await Desk.Send(client, "31991005601", "Kind vermist", receipts: RegisteredDelivery.Receipt));
        await Desk.Send(client, "31991005602", "Kind vermist", receipts: RegisteredDelivery.Receipt);

        Assert.All(await smsc.Wait("receipt", 3), receipt => Assert.Equal(0, receipt.GetProperty("status").GetInt32()));
        Assert.Equal(MessageState.Delivered, desk.Receipts.Single(one => one.MessageId == delivered.MessageId).State);
        Assert.Equal(MessageState.Undeliverable, desk.Receipts.Single(one => one.MessageId == failed.MessageId).State);

        // It sends the GSM alphabet by the name of ASCII.
        await Eventually.Holds("both replies came", () => desk.Texts.Count == 2, PeerProcess.Limit);
        Assert.Equal("STOP|Ik zie haar: €5 🚨", string.Join('|', desk.Texts));
    }

    [Fact]
    public async Task Window_OfAHundred_CarriesThousandsThroughThrottling()
    {
        await using var smsc = PeerProcess.StartNode("0", "", "400");
        await using var client = SmppClient.Start(Desk.Options(await smsc.Port()) with { Window = 100, MaxQueued = 2_000 }, new Desk());
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);

        var results = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Desk.Send(client, "31991005603", "Kind vermist")));

        var all = results.SelectMany(one => one).ToArray();
        Assert.Equal(2, all.Count(one => one.Status == CommandStatus.Throttled));
        Assert.Equal(998, all.Count(one => one.Outcome == SubmitOutcome.Accepted));
        Assert.Equal(998, all.Where(one => one.Outcome == SubmitOutcome.Accepted).Select(one => one.MessageId).Distinct().Count());
        Assert.True(double.IsFinite(client.RateLimit), "it did not slow down");
    }

    [Fact]
    public async Task Unbind_InMidStream_IsFollowedByANewSession()
    {
        await using var smsc = PeerProcess.StartNode("0");
        await using var client = SmppClient.Start(Desk.Options(await smsc.Port()), new Desk());
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);

        Assert.Equal(SubmitOutcome.Unknown, Assert.Single(await Desk.Send(client, "31991005699", "Kind vermist")).Outcome);

        await smsc.Wait("bind", 2);
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);
        Assert.Equal(SubmitOutcome.Accepted, Assert.Single(await Desk.Send(client, "31991005603", "Kind vermist")).Outcome);
        await client.StopAsync(PeerProcess.Limit);
        await smsc.Wait("unbind");
    }

    [Fact]
    public async Task Tls_WithTheRightName_Carries_AndWithAnotherDoesNot()
    {
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("smsc.test");
        await using var smsc = PeerProcess.StartNode("0", TestAuthority.Write(certificate, folder, "smsc.pem"));
        var options = Desk.Options(await smsc.Port());
        var tls = new SmppTlsOptions { HostName = "smsc.test", Authorities = authority.Trust };
        await using var client = SmppClient.Start(options with { Tls = tls }, new Desk());
        await client.WaitUntilBoundAsync(Cancellation).WaitAsync(PeerProcess.Limit, Cancellation);
        Assert.Equal(SubmitOutcome.Accepted, Assert.Single(await Desk.Send(client, "31991005603", "Kind vermist")).Outcome);

        await using var wrong = SmppClient.Start(options with { Tls = tls with { HostName = "other.test" } }, new Desk());
        await Eventually.Holds("another name is refused", () => wrong.LastFailure == SmppFailure.WrongName, PeerProcess.Limit);
    }

    [Fact]
    public async Task Bind_WithAWrongPassword_IsRefused()
    {
        await using var smsc = PeerProcess.StartNode("0");
        var options = Desk.Options(await smsc.Port()) with { Credentials = new SmppCredentials("burgernet", "wrong") };
        await using var client = SmppClient.Start(options, new Desk());
        await Eventually.Holds("it is refused", () => client.LastFailure == SmppFailure.BindRefused, PeerProcess.Limit);
        Assert.Equal(CommandStatus.InvalidPassword, client.LastBindStatus);
    }
}
