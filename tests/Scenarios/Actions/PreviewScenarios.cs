using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>A dispatcher hears the message on their own phone before, or while, people do.</summary>
public sealed class PreviewScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Preview_OfADraft_RingsTheDispatcherOnceAndItsResultStandsInTheDossier()
    {
        var action = await Draft(_node);
        var desk = _node.Phones.NewDeskPhone();
        var ordered = await Order(action, desk);
        Assert.Equal((PreviewResult.UnderWay, "d-17", Language.Dutch), (ordered.Result, ordered.Dispatcher, ordered.Language));

        var heard = await UntilOver(action, ordered.Id);
        var call = desk.ShouldHaveRungOnce();
        Assert.Equal(PreviewResult.Heard, heard.Result);
        Assert.Equal(
            (200, PhoneNetwork.MessageMilliseconds, PhoneNetwork.MessageMilliseconds),
            (heard.SipStatus, heard.PlayedMilliseconds, heard.MessageMilliseconds)
        );
        Assert.True(heard.RangAt <= heard.AnsweredAt);
        Assert.True(call.Call.Practice);
        Assert.Equal(ActionStatus.Draft, (await action.Snapshot()).Status);
        Assert.Empty(action.Calls);

        var dossier = await action.Dossier();
        Assert.Equal("drafted preview previewed", string.Join(' ', dossier.Select(entry => entry.Type)));
        Assert.Equal("d-17 d-17 system", string.Join(' ', dossier.Select(entry => entry.Dispatcher)));
        Assert.Contains($"\"phone\":\"+31…{desk.Number[^2..]}\"", dossier[1].Data, StringComparison.Ordinal);
        Assert.DoesNotContain(dossier, entry => entry.Data.Contains(desk.Number[5..], StringComparison.Ordinal));
        Assert.DoesNotContain(desk.Number, _node.Get<LogBook>().Text, StringComparison.Ordinal);

        await action.Start();
        await action.UntilComplete();
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Preview_OfAnActionThatCallsNobody_IsItsSmsToTheDispatcherOnce()
    {
        var town = await Town.FoundAt(_node, 50);
        var action = await TestAction.StartBy(_node, town, [Medium.Sms], text: "Burgernet: kind vermist, rode jas");
        var desk = _node.Phones.NewDeskPhone();
        var ordered = await Order(action, desk);
        Assert.Equal((Medium.Sms, Language.Dutch), (ordered.Medium, ordered.Language));
        await Order(action, desk);

        var sent = await UntilOver(action, ordered.Id);
        Assert.Equal((PreviewResult.ToCarrier, Medium.Sms, null), (sent.Result, sent.Medium, sent.RangAt));
        var sms = Assert.Single(_node.Get<SmsBox>().Read(), message => message.To == desk.Number);
        Assert.Equal("Burgernet: kind vermist, rode jas", sms.Text);
        Assert.Empty(_node.Phones.CallsTo(desk.Number));
        Assert.DoesNotContain(await action.Dossier(), entry => entry.Data.Contains(desk.Number[5..], StringComparison.Ordinal));
        await action.UntilComplete();
        await action.ShouldBeVerified();
    }

    [Theory]
    [InlineData(nameof(PhoneHabit.IsBusy), PreviewResult.Busy, 486)]
    [InlineData(nameof(PhoneHabit.RingsOn), PreviewResult.NoAnswer, 487)]
    public async Task Preview_ThatNobodyAnswers_SaysWhy(string habit, PreviewResult expected, int status)
    {
        var action = await Draft(_node);
        var desk = _node.Phones.NewDeskPhone().Is(Enum.Parse<PhoneHabit>(habit));
        var preview = await UntilOver(action, (await Order(action, desk)).Id);
        Assert.Equal((expected, status, null), (preview.Result, preview.SipStatus, preview.AnsweredAt));
    }

    [Fact]
    public async Task Preview_Repeated_RingsOnceAndASecondOneWaitsForItsTurn()
    {
        var action = await Draft(_node);
        var desk = _node.Phones.NewDeskPhone().Is(PhoneHabit.AnswersAndHolds);
        var first = await Order(action, desk, "preview");
        await desk.ShouldBeAnswered();
        var again = await action.Grain.Preview(TestAction.Act("preview"), (PersonalText)desk.Number, Language.Dutch);
        Assert.Equal((first.Id, true), (again.Preview?.Id, again.Repeated));
        var other = await action.Grain.Preview(
            TestAction.Act("preview") with
            {
                Fingerprint = "other",
            },
            (PersonalText)desk.Number,
            Language.Dutch
        );
        Assert.Equal(ActionProblemCode.OperationReused, other.Problem?.Code);
        var second = await action.Grain.Preview(TestAction.Act("second"), (PersonalText)desk.Number, Language.Dutch);
        Assert.Equal(ActionProblemCode.PreviewUnderWay, second.Problem?.Code);

        await Eventually.Holds(
            "the answer is told",
            async () => (await Read(action, first.Id)).AnsweredAt is not null,
            TimeSpan.FromSeconds(30)
        );
        desk.HangUp();
        Assert.Equal(PreviewResult.Heard, (await UntilOver(action, first.Id)).Result);
        desk.ShouldHaveRungOnce();
        desk.Is(PhoneHabit.Answers);
        await UntilOver(action, (await Order(action, desk, "third")).Id);
        Assert.Equal(2, desk.Calls.Count);
    }

    [Fact]
    public async Task Preview_ThatCannotBe_IsRefused()
    {
        var action = await Draft(_node);
        foreach (var number in new[] { "112", "12", "0900 8844", "+31970012345678", "+1 202 555 0123" })
        {
            var refused = await action.Grain.Preview(TestAction.Act("p"), (PersonalText)number, Language.Dutch);
            Assert.Equal(ActionProblemCode.PhoneNotCallable, refused.Problem?.Code);
        }

        var strangers = await action.Grain.Preview(TestAction.Act("p", "zwolle"), (PersonalText)"099 1000042", Language.Dutch);
        Assert.Equal(ActionProblemCode.UnknownAction, strangers.Problem?.Code);
        Assert.Equal(ActionProblemCode.UnknownPreview, (await action.Grain.ReadPreview(TestAction.ControlRoom, action.Id)).Problem?.Code);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.ReadPreview("zwolle", action.Id)).Problem?.Code);

        await action.Start();
        await action.Stop();
        var stopped = await action.Grain.Preview(TestAction.Act("p"), (PersonalText)"099 1000042", Language.Dutch);
        Assert.Equal(new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Stopped), stopped.Problem);
    }

    [Fact]
    public async Task Preview_WhileItRings_IsCancelledByAStop()
    {
        var town = await Town.FoundAt(_node, 100);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 200);
        var desk = _node.Phones.NewDeskPhone().Is(PhoneHabit.RingsOn);
        await town.Residents[0].Phone.ShouldBeAnswered();
        var ordered = await Order(action, desk);
        await desk.ShouldRing();
        await action.Stop();
        Assert.Equal(PreviewResult.Cancelled, (await UntilOver(action, ordered.Id)).Result);
        town.Residents[0].Phone.HangUp();
        await action.UntilComplete();
    }

    [Fact]
    public async Task Preview_WhenEveryLineIsTaken_GetsTheNextOneBeforeAnybodyElse()
    {
        await using var node = await TestNode.Start(channels: 1, ringSeconds: 5);
        var town = await Town.FoundAt(node, 50, 100, 150);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.AnswersAndHolds);
        }

        var action = await TestAction.Start(node, town, radius: 200);
        var first = await NextAnswered(action);
        var desk = node.Phones.NewDeskPhone();
        var ordered = await Order(action, desk);
        desk.ShouldNotHaveRung();

        node.Phones.HangUp(first);
        Assert.Equal(PreviewResult.Heard, (await UntilOver(action, ordered.Id)).Result);
        var preview = desk.ShouldHaveRungOnce();
        for (var i = 1; i < 3; i++)
        {
            var next = await NextAnswered(action);
            Assert.True(next.Order > preview.Order, "somebody was called before the dispatcher");
            node.Phones.HangUp(next);
        }

        await action.UntilComplete();
        await action.ShouldBeSound(3);
    }

    /// <summary>The carrier was told that this dialer holds nothing, and may have given both lines to others: the old share says nothing any more.</summary>
    [Fact]
    public async Task Preview_WhileTheDialersNextShareIsOnItsWay_WaitsForIt()
    {
        await using var node = await TestNode.Start(channels: 2);
        var action = await Draft(node);
        var desk = node.Phones.NewDeskPhone();
        var dialer = Dialers.Of(
            node.Grains,
            DialerKey.Of(TestNode.Carrier, node.Get<ILocalSiloDetails>().SiloAddress.ToParsableString()),
            Medium.Voice
        );
        var shares = node.Get<HeldCarrierStore>();
        shares.Hold();
        await PhoneNetwork.Until("the next share was on its way", () => shares.Waiting > 0);

        // Straight to the dialer: the carrier's grain is at work on the share.
        var preview = new PreviewOrder
        {
            PreviewId = Guid.NewGuid(),
            ActionId = action.Id,
            Number = (PersonalText)desk.Number,
            Language = Language.Dutch,
            Practice = true,
            Wait = TimeSpan.FromMinutes(1),
        };
        Assert.True(await dialer.Preview(preview));
        Assert.NotNull(await action.Grain.ReadMessage(Language.Dutch));
        for (var turn = 0; turn < 20; turn++)
        {
            await dialer.Wake();
            Assert.Empty((await dialer.InFlight(action.Id, 0))!);
        }

        desk.ShouldNotHaveRung();
        shares.Release();
        await PhoneNetwork.Until("the dispatcher was called", () => desk.Calls.Count == 1);
    }

    [Fact]
    public async Task Preview_OfAPracticeAction_NeverLeavesByALiveCarrier()
    {
        await using var node = await TestNode.Start(
            TestNode.Limits("live", channels: 5, practice: false),
            TestNode.Limits("training", channels: 5)
        );
        var town = await Town.FoundAt(node, 100);
        foreach (var (practice, carrier) in new[] { (true, "training"), (false, "live") })
        {
            var action = new TestAction(Guid.NewGuid()).On(node);
            Assert.Null((await action.Grain.Create(TestAction.Act("draft"), town.Draft(200, practice: practice))).Problem);
            var desk = node.Phones.NewDeskPhone();
            await UntilOver(action, (await Order(action, desk)).Id);
            var call = desk.ShouldHaveRungOnce();
            Assert.Equal((carrier, practice), (call.Carrier, call.Call.Practice));
        }
    }

    [Fact]
    public async Task Preview_WhoseNodeIsKilled_KeepsItsLineChargedAndIsNotMadeAgain()
    {
        var node = await TestNode.Start(channels: 2, ringSeconds: 5);
        var action = await Draft(node);
        var desk = node.Phones.NewDeskPhone().Is(PhoneHabit.AnswersAndHolds);
        var ordered = await Order(action, desk);
        await desk.ShouldBeAnswered();

        await using var restarted = await node.KillAndRestart(channels: 2, ringSeconds: 5);
        action.On(restarted);
        Assert.Equal(PreviewResult.UnderWay, (await Read(action, ordered.Id)).Result);
        var silo = restarted.Get<ILocalSiloDetails>().SiloAddress.ToParsableString();
        var carrier = restarted.Grains.GetGrain<ICarrierGrain>(TestNode.Carrier);
        var lines = new List<int>();
        await PhoneNetwork.Until(
            "the lease of the dialer that died was over",
            () =>
            {
                lines.Add(carrier.Lease(DialerKey.Of(TestNode.Carrier, silo), 0, []).GetAwaiter().GetResult().Channels);
                return lines[^1] > 0;
            }
        );
        Assert.Equal(1, lines[^1]);
        desk.ShouldHaveRungOnce();
    }

    [Fact]
    public async Task Preview_OverACarrierThatTurnsItAway_SaysSo()
    {
        await using var node = await TestNode.Start(channels: 2);
        node.Phones.Fail(TestNode.Carrier, CallEnd.Rejected);
        var action = await Draft(node);
        var preview = await UntilOver(action, (await Order(action, node.Phones.NewDeskPhone())).Id);
        Assert.Equal((PreviewResult.CarrierFailed, 503), (preview.Result, preview.SipStatus));
    }

    private static async Task<TestAction> Draft(TestNode node) => await TestAction.Draft(node, await Town.FoundAt(node, 100), radius: 200);

    private static async Task<Preview> Order(TestAction action, Phone desk, string key = "preview")
    {
        var reply = await action.Grain.Preview(TestAction.Act(key), (PersonalText)desk.Number, Language.English);
        Assert.Null(reply.Problem);
        return reply.Preview!;
    }

    private static async Task<PlacedCall> NextAnswered(TestAction action)
    {
        await PhoneNetwork.Until("somebody is on the line", () => action.Calls.Any(call => call.Answered && !call.Over));
        return Assert.Single(action.Calls, call => call.Answered && !call.Over);
    }

    private static async Task<Preview> Read(TestAction action, Guid preview) =>
        (await action.Grain.ReadPreview(TestAction.ControlRoom, preview)).Preview!;

    private static async Task<Preview> UntilOver(TestAction action, Guid preview)
    {
        Preview? last = null;
        await Eventually.Holds(
            "the preview is over",
            async () => (last = await Read(action, preview)).Result != PreviewResult.UnderWay,
            TimeSpan.FromSeconds(30),
            () => $"{last}"
        );
        return last!;
    }
}
