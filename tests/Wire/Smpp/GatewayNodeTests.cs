using System.Globalization;
using System.Net;
using System.Text.Json;
using Burgernet.Grains.Dialing;
using Burgernet.Practice;
using Burgernet.Silo.Sms;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Session;
using Burgernet.TestKit;
using Burgernet.Tests.Unit.Sms;
using Xunit;

namespace Burgernet.Tests.Wire.Smpp;

/// <summary>The node's gateway against npm's <c>smpp</c> as SMS centre: what texts come to when it takes them, turns them away, goes, and comes back.</summary>
public sealed class GatewayNodeTests
{
    private const int Texts = 200;

    /// <summary>A number of an SMS of this test whose last two digits say what becomes of it.</summary>
    private static string Number(int index, int fate = 0) => PracticeNumbers.Format(index * 100 + fate);

    [Fact]
    public async Task Texts_AtAWindowOfTen_AreEachTakenOnce_AndTheirReceiptsNameThem()
    {
        await using var smsc = PeerProcess.StartNode("0");
        await using var rig = new GatewayRig(await At(smsc), () => Options());
        await rig.IsBound();
        var long1 = string.Concat(Enumerable.Repeat("Zoek mee naar € ", 20)) + "🚨";

        var news = await SubmitAll(
            rig,
            [.. Enumerable.Range(0, Texts).Select(index => rig.Text(number: Number(index))), rig.Text(long1, number: Number(Texts, 1))]
        );

        Assert.All(news, one => Assert.Equal(MessageNewsKind.Accepted, one.Kind));
        var ids = news.SelectMany(one => one.Ids).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        await Eventually.Holds(
            "every receipt came",
            () => rig.Receipts.Count == ids.Length,
            PeerProcess.Limit,
            () => $"{rig.Receipts.Count}"
        );
        Assert.Equal(ids.Order(StringComparer.Ordinal), rig.Receipts.Select(one => one.MessageId).Order(StringComparer.Ordinal));
        Assert.All(
            rig.Receipts,
            one =>
                Assert.Equal(
                    one.Destination.Value.EndsWith("01", StringComparison.Ordinal) ? ReceiptState.Undeliverable : ReceiptState.Delivered,
                    one.State
                )
        );
        var submits = smsc.Of("submit");
        Assert.Equal(ids.Length, submits.Count);
        Assert.Equal(
            long1,
            string.Concat(submits.Where(one => To(one) == Number(Texts, 1)[1..]).Select(one => one.GetProperty("text").GetString()))
        );
        Assert.Equal(0, rig.Gateway.InFlight);
    }

    [Theory]
    [InlineData(58, CommandStatus.Throttled)]
    [InlineData(14, CommandStatus.QueueFull)]
    public async Task Centre_ThatAsksToSlowDown_IsSentLess_AndTheTextGoesAgain(int fate, CommandStatus status)
    {
        await using var smsc = PeerProcess.StartNode("0");
        await using var rig = new GatewayRig(await At(smsc), () => Options());
        await rig.IsBound();
        Assert.Equal(1_000, rig.Gateway.RateLimit);

        var turnedAway = await rig.Submit(rig.Text(number: Number(1, fate)));

        Assert.Equal((MessageNewsKind.Refused, (int)status, false), (turnedAway.Kind, turnedAway.Status, turnedAway.ForGood));
        Assert.True(turnedAway.RetryAfter > TimeSpan.Zero, "the dialer is not told to wait");
        Assert.True(rig.Gateway.RateLimit < 1_000, $"it sends on at {rig.Gateway.RateLimit} a second");
        Assert.Equal(MessageNewsKind.Accepted, (await rig.Submit(rig.Text(number: Number(1, fate)))).Kind);
        Assert.Single(smsc.Of("turned-away"));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(98)]
    public async Task Centre_ThatUnbindsOrCutsInMidStream_IsBoundAnew_AndNothingIsSentTwice(int fate)
    {
        await using var smsc = PeerProcess.StartNode("0");
        await using var rig = new GatewayRig(await At(smsc), () => Options());
        await rig.IsBound();
        TextMessage[] texts =
        [
            .. Enumerable.Range(0, Texts).Select(index => rig.Text(number: Number(index, index == Texts / 2 ? fate : 3))),
        ];

        var news = await SubmitAll(rig, texts);

        await smsc.Wait("bind", 2);
        await rig.IsBound();
        var sent = smsc.Of("submit")
            .GroupBy(To, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        Assert.All(sent, one => Assert.Equal((one.Key, 1), (one.Key, one.Value)));
        Assert.Equal(MessageNewsKind.Unknown, news.Single(one => one.Message.Order.Number == Number(Texts / 2, fate)).Kind);
        foreach (var one in news)
        {
            // Who was never sent anything may be sent it later; who was is told to have it, or not known.
            var reached = sent.ContainsKey(one.Message.Order.Number[1..]);
            Assert.True(
                one.Kind is MessageNewsKind.Accepted or MessageNewsKind.Unknown || (!reached && one.Kind == MessageNewsKind.NotSent),
                $"{one.Kind}, reached: {reached}"
            );
        }

        Assert.Equal(MessageNewsKind.Accepted, (await rig.Submit(rig.Text(number: Number(Texts + 1, 3)))).Kind);
        Assert.Equal(0, rig.Gateway.InFlight);
    }

    [Fact]
    public async Task Centre_KilledAndBack_IsTriedWithBackOff_AndMeanwhileNothingIsSent()
    {
        var smsc = PeerProcess.StartNode("0");
        var peer = await At(smsc);
        await using var rig = new GatewayRig(peer, () => Options());
        await rig.IsBound();
        await smsc.DisposeAsync();
        await Eventually.Holds("nothing is bound", () => rig.Gateway.BindsUp == 0, PeerProcess.Limit);
        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text(number: Number(1)))).Kind);

        await using var again = PeerProcess.StartNode(peer.Port.ToString(CultureInfo.InvariantCulture));
        await again.Wait("bind");
        await rig.IsBound();

        Assert.Equal(MessageNewsKind.Accepted, (await rig.Submit(rig.Text(number: Number(1)))).Kind);
        Assert.Single(again.Of("submit"));
    }

    [Fact]
    public async Task Tls_WithTheRightName_Carries_AndWithAnotherNothingLeaves()
    {
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("smsc.test");
        var trusted = Path.Combine(folder.Path, "authority.pem");
        await File.WriteAllTextAsync(trusted, authority.Certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await using var smsc = PeerProcess.StartNode("0", TestAuthority.Write(certificate, folder, "smsc.pem"));
        var peer = await At(smsc);
        await using var rig = new GatewayRig(peer, () => Options(peer, trusted, "smsc.test"));
        await rig.IsBound();
        Assert.Equal(MessageNewsKind.Accepted, (await rig.Submit(rig.Text(number: Number(1)))).Kind);

        await using var wrong = new GatewayRig(peer, () => Options(peer, trusted, "other.test"));
        await Eventually.Holds("another name is refused", () => wrong.Gateway.LastFailure == SmppFailure.WrongName, PeerProcess.Limit);

        Assert.Equal(0, wrong.Gateway.BindsUp);
        Assert.Equal(MessageNewsKind.NotSent, (await wrong.Submit(wrong.Text(number: Number(2)))).Kind);
        Assert.Single(smsc.Of("bind"));
        Assert.Single(smsc.Of("submit"));
    }

    [Fact]
    public async Task Bind_ThatIsRefused_SendsNothing_AndIsTriedAgain()
    {
        await using var smsc = PeerProcess.StartNode("0");
        var peer = await At(smsc);
        await using var rig = new GatewayRig(peer, () => new SmscOptions { Password = "wrong" });

        await smsc.Wait("refused", 2);

        Assert.Equal(0, rig.Gateway.BindsUp);
        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text(number: Number(1)))).Kind);
        Assert.Empty(smsc.Of("submit"));
    }

    [Fact]
    public async Task People_WhoWriteBack_AreHandedOn()
    {
        await using var smsc = PeerProcess.StartNode("0");
        await using var rig = new GatewayRig(await At(smsc), () => Options());
        await rig.IsBound();

        await rig.Submit(rig.Text(number: Number(7, 2)));

        await Eventually.Holds("both messages came", () => rig.Incoming.Count == 2, PeerProcess.Limit);
        Assert.Equal(["STOP", "Ik zie haar: €5 🚨"], rig.Incoming.Select(one => one.Text.Value), StringComparer.Ordinal);
        Assert.All(rig.Incoming, one => Assert.Equal((Number(7, 2)[1..], "1440"), (one.From.Value, one.To)));
    }

    private static async Task<IPEndPoint> At(PeerProcess smsc) => new(IPAddress.Loopback, await smsc.Port());

    private static SmscOptions Options() => new() { Password = "secret" };

    private static SmscOptions Options(IPEndPoint peer, string authority, string name) =>
        new()
        {
            Password = "secret",
            Peer = peer.ToString(),
            Transport = "tls",
            AuthorityFiles = [authority],
            HostName = name,
        };

    private static string To(JsonElement submit) => submit.GetProperty("to").GetString()!;

    private static async Task<MessageNews[]> SubmitAll(GatewayRig rig, TextMessage[] texts)
    {
        foreach (var text in texts)
        {
            rig.Gateway.Submit(text);
        }

        var news = new List<MessageNews>();
        while (news.Count < texts.Length)
        {
            news.Add(await rig.NextNews());
        }

        return [.. news];
    }
}
