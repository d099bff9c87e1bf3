using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>Mail about actions, over SMTP to relays that we did not write.</summary>
public sealed class MailGatewayTests
{
    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_Accepted_SaysWhoItIsFromAndHowToUnsubscribe()
    {
        await using var peer = await SmtpPeer.Start();
        await using var bench = new MailGatewayBench(MailGatewayBench.Plain(peer.Port));
        bench.Submit("jan@example.org");
        var news = await bench.Next(Ends);

        Assert.Equal((MessageNewsKind.Accepted, 250), (news.Kind, news.Status));
        var id = Assert.Single(news.Ids);
        Assert.Equal(news.Message.Order.ParticipantId, new BounceTokens(SealedPeople.Seal).Read(id)?.ParticipantId);
        var mail = await peer.Mail();
        Assert.Equal($"bounces+{id}@burgernet.example", mail.GetProperty("from").GetString());
        var raw = mail.GetProperty("raw").GetString()!;
        Assert.Contains("From: Burgernet Oost <noreply@burgernet.example>", raw, StringComparison.Ordinal);
        Assert.Contains("Subject: [Oefening] Lisa is gevonden", raw, StringComparison.Ordinal);
        Assert.Contains("/signups/unsubscribe/mail?token=", raw, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", raw, StringComparison.Ordinal);
        Assert.Contains("List-Id: <actions.burgernet.example>", raw, StringComparison.Ordinal);
        Assert.Contains("Content-Language: nl", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.org", MessageNewsKind.Refused, 550, true, true)]
    [InlineData("later@example.org", MessageNewsKind.Refused, 450, false, false)]
    [InlineData("full@example.org", MessageNewsKind.Refused, 552, true, false)]
    [InlineData("data-later@example.org", MessageNewsKind.Refused, 451, false, false)]
    [InlineData("drop@example.org", MessageNewsKind.Unknown, 0, false, false)]
    [InlineData("data-hang@example.org", MessageNewsKind.Unknown, 0, false, false)]
    [InlineData("hang@example.org", MessageNewsKind.NotSent, 0, false, false)]
    public async Task Mail_NotAccepted_SaysHowOnce(string address, MessageNewsKind kind, int status, bool forGood, bool noSuchAddress)
    {
        await using var peer = await SmtpPeer.Start();
        var hangs = address.Contains("hang", StringComparison.Ordinal);
        await using var bench = new MailGatewayBench(MailGatewayBench.Plain(peer.Port), hangs ? TimeSpan.FromMilliseconds(300) : null);
        bench.Submit(address);
        var news = await bench.Next(Ends);

        Assert.Equal((kind, status, forGood, noSuchAddress), (news.Kind, news.Status, news.ForGood, news.NoSuchAddress));

        // What may have gone has its name, by which a bounce finds it.
        Assert.Equal(kind == MessageNewsKind.Unknown ? 1 : 0, news.Ids.Count);
        Assert.False(bench.HasMore);
        Assert.DoesNotContain("example.org", bench.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_StoppedBetweenRecipientAndData_IsNotSentAndTheNextOneIs()
    {
        await using var peer = await SmtpPeer.Start();
        var relay = MailGatewayBench.Plain(peer.Port);
        relay.Connections = 1;
        await using var bench = new MailGatewayBench(relay);
        bench.Submit("wait@example.org");
        await peer.Waiting();
        bench.Permit.Void(throughEpoch: 0);
        bench.Permit.Renew(0, long.MaxValue, epoch: 2);
        await peer.GoOn();
        Assert.Equal(MessageNewsKind.Withheld, (await bench.Next(Ends)).Kind);
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task Mail_OfALiveAction_NeverLeavesByAPracticeRelay()
    {
        await using var peer = await SmtpPeer.Start();
        await using var bench = new MailGatewayBench(MailGatewayBench.Plain(peer.Port));
        bench.Submit("jan@example.org", practice: false);
        Assert.Equal(MessageNewsKind.Withheld, (await bench.Next(Ends)).Kind);
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task Mail_ToAnAddressThatBounced_IsNotSent()
    {
        await using var peer = await SmtpPeer.Start();
        await using var bench = new MailGatewayBench(MailGatewayBench.Plain(peer.Port));
        await bench.Undeliverable.Refresh(new BouncedAddress("jan@example.org"));
        bench.Submit("Jan@example.org");
        var news = await bench.Next(Ends);
        Assert.Equal((MessageNewsKind.Refused, true, true), (news.Kind, news.ForGood, news.NoSuchAddress));
        Assert.Empty(peer.Mails);
        bench.Submit("piet@example.org");
        Assert.Equal(MessageNewsKind.Accepted, (await bench.Next(Ends)).Kind);
    }

    [Fact]
    public async Task Relay_AwayAndBack_IsUsedAgainWithoutAMailLost()
    {
        int port;
        MailGatewayBench bench;
        await using (var peer = await SmtpPeer.Start())
        {
            port = peer.Port;
            bench = new MailGatewayBench(MailGatewayBench.Plain(port));
            bench.Submit("jan@example.org");
            Assert.Equal(MessageNewsKind.Accepted, (await bench.Next(Ends)).Kind);
        }

        await using (bench)
        {
            // The connection is dead and nobody knows: nothing went, so it goes by a new one.
            await using (var back = await SmtpPeer.Start(port))
            {
                bench.Submit("piet@example.org");
                Assert.Equal(MessageNewsKind.Accepted, (await bench.Next(Ends)).Kind);
            }

            bench.Submit("kees@example.org");
            var away = await bench.Next(Ends);
            Assert.Equal(MessageNewsKind.NotSent, away.Kind);
            Assert.True(away.RetryAfter > TimeSpan.Zero, "It asks to be left alone for a while");
        }
    }

    [Fact]
    public async Task Mails_ToPostfix_AreAllThereOnce()
    {
        const int Mails = 200;
        await using var sink = await SmtpSink.Start();
        await using var bench = new MailGatewayBench(MailGatewayBench.Plain(sink.Port));
        for (var i = 0; i < Mails; i++)
        {
            bench.Submit($"p{i}@example.org");
        }

        for (var i = 0; i < Mails; i++)
        {
            Assert.Equal(MessageNewsKind.Accepted, (await bench.Next(Ends)).Kind);
        }

        Assert.False(bench.HasMore);
        var recipients = sink.Recipients();
        Assert.Equal(Mails, recipients.Count);
        Assert.Equal(Mails, recipients.Distinct(StringComparer.Ordinal).Count());
    }
}
