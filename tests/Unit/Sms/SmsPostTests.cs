using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Burgernet.Practice;
using Burgernet.Silo.Sms;
using Xunit;

namespace Burgernet.Tests.Unit.Sms;

/// <summary>Single text messages over SMPP: which way they go, and that practice and what is live are kept apart.</summary>
public sealed class SmsPostTests : IAsyncLifetime
{
    private static readonly CarrierOptions Calls = new() { Name = "calls" };
    private static readonly CarrierOptions LiveCalls = new() { Name = "live-calls", Practice = false };

    private readonly PracticeSmsc _practiceCentre = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);

    // What is live here, too, reaches no further than a practice centre.
    private readonly PracticeSmsc _liveCentre = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
    private readonly SmsGateways _gateways = new();
    private readonly List<GatewayRig> _rigs = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var rig in _rigs)
        {
            await rig.DisposeAsync();
        }

        await _practiceCentre.DisposeAsync();
        await _liveCentre.DisposeAsync();
    }

    [Fact]
    public async Task Reply_ToPractice_ReachesThePhone_FromTheNumberWrittenTo_AndAsksForNoReceipt()
    {
        var sms = Sms("practice-sms", practice: true);
        sms.Senders["deventer"] = "4411";
        var post = await Post(Calls, sms);

        Assert.Equal(MailOutcome.Accepted, await post.Reply("practice-sms", "4411", practice: true, Message(), Ct));

        var got = Assert.Single(_practiceCentre.Inbox);
        Assert.Equal(("+31990005678", "4411", "Burgernet: dank u wel"), (got.Phone, got.Sender, got.Text));
        Assert.Equal(0, _practiceCentre.Totals.ReceiptsTaken + _rigs.Sum(rig => rig.Receipts.Count));
    }

    [Theory]
    [InlineData("live-sms", true)]
    [InlineData("practice-sms", false)]
    [InlineData("calls", true)]
    [InlineData("gone", true)]
    public async Task Reply_ByACarrierOfTheOtherKind_OrNoSmsCentre_IsNeverSent(string carrier, bool practice)
    {
        var post = await Post(Calls, Sms("practice-sms", practice: true), Sms("live-sms", practice: false));

        Assert.Null(await post.Reply(carrier, "1440", practice, Message(), Ct));

        Assert.Equal((0, 0), (_practiceCentre.Totals.Submits, _liveCentre.Totals.Submits));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gateway_OfTheOtherKind_WithholdsWhateverItIsTold(bool practice)
    {
        await Post(Calls, Sms("one", practice));

        var sent = await _gateways.Find("one")!.Send(!practice, PracticeNumbers.Format(5678), "x", "Burgernet", validity: null);

        Assert.Equal(MessageNewsKind.Withheld, sent.Kind);
        Assert.Equal((0, 0), (_practiceCentre.Totals.Submits, _liveCentre.Totals.Submits));
    }

    [Fact]
    public async Task ReplyToWhatIsLive_AndSignUps_GoByTheLiveCentre_WhereAnythingIsLive()
    {
        var post = await Post(LiveCalls, Sms("practice-sms", practice: true), Sms("live-sms", practice: false));

        Assert.True(post.Available);
        Assert.Equal(MailOutcome.Accepted, await post.Reply("live-sms", "1440", practice: false, Message(), Ct));
        Assert.Equal(MailOutcome.Accepted, await post.Send(Message(), Ct));
        Assert.Equal(MailOutcome.Accepted, await post.Send("deventer", practice: false, Message(), Ct));
        Assert.Equal((0, 3), (_practiceCentre.Totals.Submits, _liveCentre.Totals.Submits));
        Assert.Equal(MailOutcome.Accepted, await post.Send("deventer", practice: true, Message(), Ct));
        Assert.Equal((1, 3), (_practiceCentre.Totals.Submits, _liveCentre.Totals.Submits));
    }

    [Fact]
    public async Task SignUps_WhereOnlyPracticeSmsIsThere_AndCallsAreLive_GetNothing()
    {
        var post = await Post(LiveCalls, Sms("practice-sms", practice: true));

        Assert.False(post.Available);
        Assert.Equal(MailOutcome.NotNow, await post.Send(Message(), Ct));
        Assert.Null(await post.Send("deventer", practice: false, Message(), Ct));
        Assert.Equal(0, _practiceCentre.Totals.Submits);
    }

    [Fact]
    public async Task Way_ThatIsNotBound_IsPassedOver_ForAnotherToTheSameCentre()
    {
        var away = GatewayRig.Smsc(PracticeSmsBehaviour.Delivered);
        var gone = away.LocalEndPoint;
        await away.DisposeAsync();
        var first = Sms("first", practice: true);
        var second = Sms("second", practice: true);
        (first.Centre, second.Centre) = ("smsc", "smsc");
        var post = Build(Calls, first, second);
        var rig = new GatewayRig(gone, carrier: first);
        _rigs.Add(rig);
        _gateways.Add(rig.Gateway);

        Assert.Equal(MailOutcome.NotNow, await post.Reply("first", "1440", practice: true, Message(), Ct));
        await Open(second);
        Assert.Equal(MailOutcome.Accepted, await post.Reply("first", "1440", practice: true, Message(), Ct));
    }

    [Fact]
    public async Task Number_ThatTheCentreDoesNotKnow_IsRefusedForGood()
    {
        var post = await Post(Calls, Sms("practice-sms", practice: true));
        var message = new ShortMessage((PersonalText)"+31612345678", (PersonalText)"x", DateTimeOffset.UnixEpoch);

        Assert.Equal(MailOutcome.NoSuchAddress, await post.Reply("practice-sms", "1440", practice: true, message, Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static CarrierOptions Sms(string name, bool practice) =>
        new()
        {
            Name = name,
            Medium = Medium.Sms,
            Practice = practice,
            CallsPerSecond = 1_000,
        };

    private static ShortMessage Message() =>
        new((PersonalText)PracticeNumbers.Format(5678), (PersonalText)"Burgernet: dank u wel", DateTimeOffset.UnixEpoch);

    private SmsPost Build(params CarrierOptions[] carriers) => new(_gateways, new CarrierList(carriers));

    private async Task<SmsPost> Post(params CarrierOptions[] carriers)
    {
        foreach (var carrier in carriers.Where(carrier => carrier.Medium == Medium.Sms))
        {
            await Open(carrier);
        }

        return Build(carriers);
    }

    private async Task Open(CarrierOptions carrier)
    {
        var rig = new GatewayRig((carrier.Practice ? _practiceCentre : _liveCentre).LocalEndPoint, carrier: carrier);
        _rigs.Add(rig);
        _gateways.Add(rig.Gateway);
        await rig.IsBound();
    }
}
