using System.Net.Sockets;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Practice;
using Burgernet.Silo.Sms;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;
using Burgernet.Tests.Unit.Smpp.Sessions;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

public sealed class SmppGatewayTests
{
    [Theory]
    [InlineData(ReceiptIdFormat.Same)]
    [InlineData(ReceiptIdFormat.HexThenDecimal)]
    public async Task Text_ThatIsTaken_IsSaid_AndItsReceiptsNameItAlike(ReceiptIdFormat names)
    {
        await using var smsc = GatewayRig.Smsc(
            PracticeSmsBehaviour.Delivered,
            options => options with { Receipts = options.Receipts with { IdFormat = names, HasTlvs = false } }
        );
        await using var rig = new GatewayRig(smsc.LocalEndPoint, () => new SmscOptions { ReceiptNames = names });
        await rig.IsBound();
        var text = string.Concat(Enumerable.Repeat("Kind vermist: €5 ", 12));

        var news = await rig.Submit(rig.Text(text, left: TimeSpan.FromMinutes(30)));

        Assert.Equal((MessageNewsKind.Accepted, 2), (news.Kind, news.Ids.Count));
        await Rig.Eventually("both receipts are handed on", () => rig.Receipts.Count == 2);
        Assert.Equal(
            news.Ids.Order(StringComparer.Ordinal),
            rig.Receipts.Select(receipt => receipt.MessageId).Order(StringComparer.Ordinal)
        );
        Assert.All(
            rig.Receipts,
            receipt =>
                Assert.Equal(
                    ("practice-sms", ReceiptState.Delivered, "+31990005678"),
                    (receipt.Carrier, receipt.State, receipt.Destination.Value)
                )
        );
        var sms = Assert.Single(smsc.Inbox);
        Assert.Equal((text, "Burgernet"), (sms.Text, sms.Sender));
    }

    [Fact]
    public async Task Text_WhosePermissionIsGone_OrWhoseTimeIsUp_IsWithheld()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint);
        await rig.IsBound();

        Assert.Equal(MessageNewsKind.Withheld, (await rig.Submit(rig.Text(isAllowed: false))).Kind);
        Assert.Equal(MessageNewsKind.Withheld, (await rig.Submit(rig.Text(new string('é', 400), isAllowed: false))).Kind);
        Assert.Equal(MessageNewsKind.Withheld, (await rig.Submit(rig.Text(left: TimeSpan.FromSeconds(-1)))).Kind);
        Assert.Equal(0, smsc.Totals.Submits);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Text_OfTheOtherKind_NeverLeaves(bool carrier, bool text)
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        var limits = new CarrierOptions
        {
            Name = "one",
            Medium = Medium.Sms,
            Practice = carrier,
        };
        await using var rig = new GatewayRig(smsc.LocalEndPoint, carrier: limits);
        await rig.IsBound();

        Assert.Equal(MessageNewsKind.Withheld, (await rig.Submit(rig.Text(practice: text))).Kind);
        Assert.Equal(0, smsc.Totals.Submits);
    }

    [Fact]
    public async Task PracticeNumber_NeverLeavesThisMachine()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        var limits = new CarrierOptions
        {
            Name = "live",
            Medium = Medium.Sms,
            Practice = false,
        };

        // The settings say that the centre is elsewhere; the socket stays here.
        await using var rig = new GatewayRig(
            smsc.LocalEndPoint,
            () => new SmscOptions { Peer = "192.0.2.1:2775", Password = "practice" },
            limits
        );
        await rig.IsBound();

        Assert.Equal(MessageNewsKind.Withheld, (await rig.Submit(rig.Text(practice: false))).Kind);
        Assert.Equal(0, smsc.Totals.Submits);
    }

    [Theory]
    [InlineData(PracticeSmsBehaviour.Rejected, CommandStatus.InvalidDestination, true, true)]
    [InlineData(PracticeSmsBehaviour.ThrottledOnce, CommandStatus.Throttled, false, false)]
    [InlineData(PracticeSmsBehaviour.QueueFullOnce, CommandStatus.QueueFull, false, false)]
    public async Task Text_ThatIsRefused_SaysWhetherForGood(
        PracticeSmsBehaviour behaviour,
        CommandStatus status,
        bool forGood,
        bool noSuchNumber
    )
    {
        await using var smsc = GatewayRig.Smsc(behaviour);
        await using var rig = new GatewayRig(smsc.LocalEndPoint);
        await rig.IsBound();

        var news = await rig.Submit(rig.Text());

        Assert.Equal(
            (MessageNewsKind.Refused, (int)status, forGood, noSuchNumber, !forGood),
            (news.Kind, news.Status, news.ForGood, news.NoSuchAddress, news.RetryAfter > TimeSpan.Zero)
        );
        Assert.Equal(forGood ? MessageNewsKind.Refused : MessageNewsKind.Accepted, (await rig.Submit(rig.Text())).Kind);
    }

    [Fact]
    public async Task Text_ThatTakesTooManySms_IsRefusedForGood()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint);
        await rig.IsBound();

        var news = await rig.Submit(rig.Text(new string('é', 2_000)));

        Assert.Equal((MessageNewsKind.Refused, true, false), (news.Kind, news.ForGood, news.NoSuchAddress));
    }

    [Fact]
    public async Task Centre_ThatIsGoneAndBack_IsBoundAgain_AndMeanwhileNothingIsSent()
    {
        var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint);
        await rig.IsBound();
        await smsc.DisposeAsync();
        await Rig.Eventually("nothing is bound", () => rig.Gateway.BindsUp == 0);

        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text())).Kind);

        await using var again = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered, options => options with { Listen = smsc.LocalEndPoint });
        await rig.IsBound();
        Assert.Equal(MessageNewsKind.Accepted, (await rig.Submit(rig.Text())).Kind);
    }

    [Fact]
    public async Task Text_WhoseAnswerIsLost_IsUnknown_AndNotSentAgain()
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint);
        var socket = await peer.TakeBound();
        await rig.IsBound();
        var message = rig.Text();
        var submitting = rig.Submit(message);
        var (header, _) = await RawPeer.Read(socket);
        Assert.Equal(CommandId.SubmitSm, header.Command);

        socket.Dispose();

        Assert.Equal((MessageNewsKind.Unknown, 0), ((await submitting) is var news ? (news.Kind, news.Ids.Count) : default));
        using var next = await peer.TakeBound();
        await rig.IsBound();
        Assert.Equal(0, next.Available);
        peer.Dispose();
    }

    [Theory]
    [InlineData("00000004")]
    [InlineData("7fffffff0000000500000000000000010000")]
    [InlineData("0000001000000005000000000000000100000010ffff00000000000000000002")]
    [InlineData("474554202f20485454502f312e310d0a0d0a0d0a")]
    public async Task Garbage_OfTheCentre_NeitherEndsNorLeavesTheGateway(string octets)
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint);
        var socket = await peer.TakeBound();
        await rig.IsBound();

        await socket.SendAsync(Convert.FromHexString(octets), SocketFlags.None, TestContext.Current.CancellationToken);
        socket.Dispose();

        using var next = await peer.TakeBound();
        await rig.IsBound();
        Assert.Empty(rig.Receipts);
        Assert.Empty(rig.Incoming);
        peer.Dispose();
    }

    [Fact]
    public async Task Receipt_ThatCannotBeStored_StaysWithTheCentre_UntilItCan()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Undelivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint) { Refusals = 2 };
        await rig.IsBound();

        await rig.Submit(rig.Text());

        await Rig.Eventually("it is stored", () => rig.Receipts.Count == 1);
        Assert.Equal(ReceiptState.Undeliverable, rig.Receipts.Single().State);
        await Rig.Eventually("the centre knows", () => smsc.Totals.ReceiptsTaken == 1);
    }

    [Fact]
    public async Task Message_OfAPhone_IsHandedOn_PartByPart_AndAcknowledgedOnlyWhereStored()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint, () => new SmscOptions { Bind = SmscOptions.Pair });
        await rig.IsBound();
        var text = string.Concat(Enumerable.Repeat("Ik zie haar: €5 ", 12));

        Assert.Equal(PracticeReplyOutcome.Taken, await smsc.ReplyAsync("+31990005678", "1440", text));

        Assert.Equal(text, string.Concat(rig.Incoming.Select(message => message.Text.Value)));
        Assert.Equal([1, 2], rig.Incoming.Select(message => message.Part!.Number));
        Assert.All(
            rig.Incoming,
            message => Assert.Equal(("31990005678", "1440", true), (message.From.Value, message.To, message.Practice))
        );
        rig.Answer = InboundSmsAnswer.NotNow;
        Assert.Equal(PracticeReplyOutcome.NotTaken, await smsc.ReplyAsync("+31990005678", "1440", "STOP"));
    }

    [Fact]
    public async Task Gateway_WithSeveralBinds_StopsPolitely()
    {
        await using var smsc = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        await using var rig = new GatewayRig(smsc.LocalEndPoint, () => new SmscOptions { Binds = 3, Bind = SmscOptions.Pair });
        await rig.IsBound();
        Assert.Equal((6, 6), (rig.Gateway.Binds, smsc.Binds));

        await rig.Gateway.DisposeAsync();

        await Rig.Eventually("all have unbound", () => smsc.Binds == 0);
    }
}
