using System.Net.Sockets;
using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Sms;
using Burgernet.Smpp.Pdus;
using Burgernet.TestKit;
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
        using var smsc = new ScriptedSmsc { Answers = static _ => null };
        await using var rig = new GatewayRig(smsc.EndPoint, () => new SmscOptions { ConnectTimeout = TimeSpan.FromMilliseconds(500) });
        await Rig.Eventually("it is tried again", () => smsc.Asked(CommandId.BindTransceiver) >= 2);
        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text())).Kind);

        smsc.Answers = static _ => CommandStatus.Ok;

        await Sends(rig);
    }

    [Fact]
    public async Task Centre_ThatIsHalfOpen_IsFoundByItsSilence_AndWhatItWasSentIsUnknown()
    {
        // It takes binds, and says nothing to what comes after them.
        using var smsc = new ScriptedSmsc { Answers = static command => command == CommandId.BindTransceiver ? CommandStatus.Ok : null };
        await using var rig = new GatewayRig(
            smsc.EndPoint,
            () => new SmscOptions { EnquireInterval = TimeSpan.FromMilliseconds(200) },
            Quick()
        );
        await rig.IsBound();
        var lost = await rig.Submit(rig.Text());
        while (lost.Kind == MessageNewsKind.NotSent)
        {
            lost = await rig.Submit(rig.Text());
        }

        Assert.Equal(MessageNewsKind.Unknown, lost.Kind);
        await Rig.Eventually("it is bound anew", () => smsc.Asked(CommandId.BindTransceiver) >= 2);

        smsc.Answers = static _ => CommandStatus.Ok;

        await Sends(rig);
    }

    [Fact]
    public async Task Centre_ThatIsSlow_LeavesATextUnknown_AndItsLateAnswerIsNobodyElses()
    {
        using var smsc = new ScriptedSmsc { Answers = static command => command == CommandId.SubmitSm ? null : CommandStatus.Ok };
        await using var rig = new GatewayRig(smsc.EndPoint, carrier: Quick());
        await rig.IsBound();
        Assert.Equal(MessageNewsKind.Unknown, (await rig.Submit(rig.Text())).Kind);

        await smsc.AnswerLast(CommandId.SubmitSm, "late\0"u8.ToArray());
        smsc.Answers = static _ => CommandStatus.Ok;

        await Sends(rig);
    }

    [Theory]
    [InlineData(CommandStatus.InvalidPassword)]
    [InlineData(CommandStatus.BindFailed)]
    public async Task Centre_ThatRefusesTheBind_IsAskedAgain_UntilItTakesIt(CommandStatus status)
    {
        using var smsc = new ScriptedSmsc { Answers = _ => status };
        await using var rig = new GatewayRig(smsc.EndPoint);
        await Rig.Eventually("it is asked again", () => smsc.Asked(CommandId.BindTransceiver) >= 2);
        Assert.Equal(MessageNewsKind.NotSent, (await rig.Submit(rig.Text())).Kind);

        smsc.Answers = static _ => CommandStatus.Ok;

        await Sends(rig);
    }

    private static CarrierOptions Quick() =>
        new()
        {
            Name = "practice-sms",
            Medium = Medium.Sms,
            CallsPerSecond = 1_000,
            AnswerLimit = TimeSpan.FromSeconds(1),
        };

    /// <summary>The centre is well: soon a text is taken, and nothing is left in the window.</summary>
    private static async Task Sends(GatewayRig rig)
    {
        MessageNews news = default;
        await Eventually.Holds(
            "a text is taken",
            async () => (news = await rig.Submit(rig.Text())).Kind == MessageNewsKind.Accepted,
            Rig.Patience,
            () => news.Kind.ToString()
        );
        Assert.Equal("1", Assert.Single(news.Ids));
        Assert.Equal(0, rig.Gateway.InFlight);
    }

    /// <summary>A text goes, is answered, and nothing is left in the window.</summary>
    private static async Task Sends(GatewayRig rig, Socket socket)
    {
        await rig.IsBound();
        var submitting = rig.Submit(rig.Text());
        var header = (await RawPeer.Read(socket)).Header;
        Assert.Equal(CommandId.SubmitSm, header.Command);
        await socket.SendAsync(RawPeer.Header(CommandId.SubmitSmResp, CommandStatus.Ok, header.Sequence, "1\0"u8), Cancellation);
        var news = await submitting;
        Assert.Equal((MessageNewsKind.Accepted, "1"), (news.Kind, Assert.Single(news.Ids)));
        Assert.Equal(0, rig.Gateway.InFlight);
    }
}
