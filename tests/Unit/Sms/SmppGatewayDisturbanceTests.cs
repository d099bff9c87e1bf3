using System.Net.Sockets;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Sms;
using Burgernet.Smpp.Pdus;
using Burgernet.Tests.Unit.Smpp.Sessions;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>A gateway whose centre misbehaves, octet by octet: it never fails, keeps nothing, and goes on sending once the centre is well.</summary>
public sealed class SmppGatewayDisturbanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MalformedTests.Corpus), MemberType = typeof(MalformedTests))]
    public async Task Gateway_ThatGetsWhatIsNotSmpp_GoesOnSending(string what, string hex, CommandId answer, CommandStatus status)
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint);
        var socket = await peer.TakeBound();
        await rig.IsBound();

        await MalformedTests.Exchange(socket, what, hex, CommandId.DeliverSm, answer, status);
        if (status == CommandStatus.InvalidCommandLength && answer == CommandId.GenericNack)
        {
            // Nothing more could be read there: it closes and binds anew.
            socket = await peer.TakeBound();
        }

        await Sends(rig, socket);
        Assert.Empty(rig.Receipts);
        Assert.Empty(rig.Incoming);
        peer.Dispose();
    }

    [Fact]
    public async Task Centre_ThatTakesTheConnectionAndSaysNothing_IsLeftAndTriedAgain()
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint, () => new SmscOptions { ConnectTimeout = TimeSpan.FromMilliseconds(200) });
        var silent = await peer.Take();
        Assert.Equal(CommandId.BindTransceiver, (await RawPeer.Read(silent)).Header.Command);
        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text())).Kind);

        var socket = await peer.TakeBound();

        await rig.IsBound();
        await Sends(rig, socket);
        peer.Dispose();
    }

    [Fact]
    public async Task Centre_ThatIsHalfOpen_IsFoundByItsSilence_AndWhatItWasSentIsUnknown()
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(
            peer.EndPoint,
            () => new SmscOptions { EnquireInterval = TimeSpan.FromMilliseconds(200), ConnectTimeout = TimeSpan.FromMilliseconds(500) },
            Quick()
        );
        _ = await peer.TakeBound();
        await rig.IsBound();

        // It reads nothing and says nothing any more, and its end of the connection stays.
        var lost = rig.Submit(rig.Text());
        var socket = await peer.TakeBound();

        Assert.Equal(MessageNewsKind.Unknown, (await lost).Kind);
        await rig.IsBound();
        await Sends(rig, socket);
        peer.Dispose();
    }

    [Fact]
    public async Task Centre_ThatIsSlow_LeavesATextUnknown_AndItsLateAnswerIsNobodyElses()
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint, carrier: Quick());
        var socket = await peer.TakeBound();
        await rig.IsBound();
        var slow = rig.Submit(rig.Text());
        var late = (await RawPeer.Read(socket)).Header.Sequence;
        Assert.Equal(MessageNewsKind.Unknown, (await slow).Kind);

        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, late, "late\0"u8), Cancellation);

        await Sends(rig, socket);
        peer.Dispose();
    }

    [Theory]
    [InlineData(CommandStatus.InvalidPassword)]
    [InlineData(CommandStatus.BindFailed)]
    public async Task Centre_ThatRefusesTheBind_IsAskedAgain_UntilItTakesIt(CommandStatus status)
    {
        using var peer = new RawPeer();
        await using var rig = new GatewayRig(peer.EndPoint);
        using (var refusing = await peer.Take())
        {
            var bind = (await RawPeer.Read(refusing)).Header;
            await refusing.SendAsync(RawPeer.Header(bind.Command.Response(), status, bind.Sequence), Cancellation);
            Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text())).Kind);
        }

        var socket = await peer.TakeBound();
        await rig.IsBound();
        await Sends(rig, socket);
        peer.Dispose();
    }

    private static CarrierOptions Quick() =>
        new()
        {
            Name = "practice-sms",
            Medium = Medium.Sms,
            CallsPerSecond = 1_000,
            AnswerLimit = TimeSpan.FromSeconds(1),
        };

    /// <summary>A text goes, is answered, and nothing is left in the window.</summary>
    private static async Task Sends(GatewayRig rig, Socket socket)
    {
        await rig.IsBound();
        var submitting = rig.Submit(rig.Text());
        var header = (await RawPeer.Read(socket)).Header;
        while (header.Command == CommandId.EnquireLink)
        {
            await socket.SendAsync(RawPeer.Header(CommandId.EnquireLinkResp, CommandStatus.Ok, header.Sequence), Cancellation);
            header = (await RawPeer.Read(socket)).Header;
        }

        Assert.Equal(CommandId.SubmitSm, header.Command);
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, header.Sequence, "1\0"u8), Cancellation);
        var news = await submitting;
        Assert.Equal((MessageNewsKind.Accepted, "1"), (news.Kind, Assert.Single(news.Ids)));
        Assert.Equal(0, rig.Gateway.InFlight);
    }
}
