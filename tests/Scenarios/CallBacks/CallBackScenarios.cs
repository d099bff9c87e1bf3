using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.CallBacks;
using Burgernet.Tests.Scenarios.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.CallBacks;

/// <summary>E12 and E11: who calls the number that called hears the message, is put through, and is not called again.</summary>
public sealed class CallBackScenarios(CallBackNode shared) : IClassFixture<CallBackNode>
{
    private readonly TestNode _node = shared.Node;
    private readonly ControlRoomPhone _controlRoom = new();

    [Fact]
    public async Task Phone_ThatMissedTheCallAndCallsBack_HearsTheMessageAndIsConnected()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var missed = town.Residents[0];
        missed.Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        Assert.Equal(1, (await action.Snapshot()).Progress.Results[DeliveryResult.Busy]);

        var caller = CallsBack(missed.Phone);
        await caller.ShouldHearMessageOf(action.Id);
        Assert.Equal(0, _controlRoom.Rings);
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        await caller.ShouldHear<CallerSound.Ringing>();
        caller.HangUp();
        await caller.ShouldBeServed();

        // The wave was complete: the sum changed with the delivery.
        var progress = (await action.Snapshot()).Progress;
        Assert.Equal((2, 2, 1), (progress.Done, progress.Heard, progress.Results[DeliveryResult.Confirmed]));
        Assert.DoesNotContain(DeliveryResult.Busy, progress.Results.Keys);
        Assert.Equal(DeliveryResult.Confirmed, (await action.Deliveries()).Single(one => one.ParticipantId == missed.Id).Result);
        Assert.Equal(
            ["called-back", "called-back", "call-back-ended"],
            (await CallBackEntries(action)).Select(entry => entry.Type),
            StringComparer.Ordinal
        );
        var ended = (await CallBackEntries(action))[^1].Data;
        Assert.Contains("\"ending\":\"connected\"", ended, StringComparison.Ordinal);
        Assert.Contains(missed.Id.ToString(), ended, StringComparison.Ordinal);
        Assert.DoesNotContain(
            missed.Phone.Number,
            string.Concat((await action.Dossier()).Select(entry => entry.Data)),
            StringComparison.Ordinal
        );
        await action.ShouldBeSound(2);
    }

    [Fact]
    public async Task Phone_ThatCallsBackWhileItWouldBeTriedAgain_IsNotCalledAgain()
    {
        var town = await Town.FoundAt(_node, 50);
        var phone = town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200, ActionKind.Robbery);
        await PhoneNetwork.Until("it was busy once", () => phone.Calls.Count == 1);

        var caller = CallsBack(phone);
        await caller.ShouldHearMessageOf(action.Id);
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
        await action.UntilComplete();

        Assert.Equal(DeliveryResult.Confirmed, Assert.Single(await action.Deliveries()).Result);
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Key_OneConnectsAtOnce_AndOthersDoNothing()
    {
        var (action, phone) = await Missed();
        var caller = CallsBack(phone);
        await caller.ShouldHearMessageOf(action.Id);
        caller.Presses('5');
        caller.Presses('#');
        caller.Listens(1_000);
        caller.Presses('1');
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();

        Assert.Equal(DeliveryResult.Confirmed, Assert.Single(await action.Deliveries()).Result);
        Assert.Contains("\"playedMilliseconds\":1000", (await CallBackEntries(action))[0].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_WhoHangsUpEarly_IsRecordedAndHasNoBetterResult()
    {
        var (action, phone) = await Missed();
        var caller = CallsBack(phone);
        await caller.ShouldHearMessageOf(action.Id);
        caller.Listens(2_000);
        caller.HangUp();
        await caller.ShouldBeServed();

        Assert.Equal(DeliveryResult.Busy, Assert.Single(await action.Deliveries()).Result);
        Assert.Equal(0, _controlRoom.Rings);
        var entries = await CallBackEntries(action);
        Assert.Equal(["called-back", "call-back-ended"], entries.Select(entry => entry.Type), StringComparer.Ordinal);
        Assert.Contains("\"confirmed\":false", entries[0].Data, StringComparison.Ordinal);
        Assert.Contains("\"ending\":\"hung-up\"", entries[1].Data, StringComparison.Ordinal);
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task ControlRoom_BusyOnce_IsTriedAgain()
    {
        var (_, phone) = await Missed();
        _controlRoom.BusyTimes = 1;
        var caller = CallsBack(phone);
        await caller.ShouldHear<CallerSound.Message>();
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
        Assert.Equal(2, _controlRoom.Rings);
    }

    [Fact]
    public async Task ControlRoom_BusyEachTime_LetsTheCallerHearThat()
    {
        var (action, phone) = await Missed();
        _controlRoom.BusyTimes = 10;
        var caller = CallsBack(phone);
        await caller.ShouldHear<CallerSound.Message>();
        caller.ListensToTheEnd();
        await caller.ShouldHear<CallerSound.Busy>();
        await caller.ShouldBeServed();

        Assert.Equal(2, _controlRoom.Rings);
        Assert.True(caller.IsOver);
        Assert.Contains("\"ending\":\"not-reached\"", (await CallBackEntries(action))[^1].Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("anonymous")]
    [InlineData("+31990999999")]
    public async Task Caller_WhoIsNotKnown_IsConnectedStraightAway(string? number)
    {
        var caller = CallBackNode.Calls(_node, number, _controlRoom);
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
        Assert.All(caller.Heard, sound => Assert.IsType<CallerSound.Ringing>(sound));
    }

    [Fact]
    public async Task Caller_WhoIsNotKnown_HearsTheGeneralSentenceWhereThereIsOne()
    {
        var caller = CallBackNode.Calls(_node, null, _controlRoom, hasGeneralMessage: true);
        await caller.ShouldHear<CallerSound.General>();
        Assert.Equal(0, _controlRoom.Rings);
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
    }

    [Fact]
    public async Task Caller_AfterTheActionWasStopped_HearsItsMessage()
    {
        var (action, phone) = await Missed();
        await action.Stop();
        var caller = CallsBack(phone);
        await caller.ShouldHearMessageOf(action.Id);
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
        Assert.Equal(DeliveryResult.Confirmed, Assert.Single(await action.Deliveries()).Result);
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Caller_WhileTheActionIsPaused_HearsItsMessageAndIsNotCalledAfterTheResume()
    {
        var town = await Town.FoundAt(_node, 50);
        var phone = town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(_node, town, radius: 200);
        await phone.ShouldRing();
        await action.Pause();
        var caller = CallsBack(phone);
        await caller.ShouldHearMessageOf(action.Id);
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        caller.HangUp();
        await caller.ShouldBeServed();
        await action.Resume();
        await action.UntilComplete();

        phone.ShouldHaveRungOnce();
        Assert.Equal(DeliveryResult.Confirmed, Assert.Single(await action.Deliveries()).Result);
    }

    [Fact]
    public async Task Caller_OfTwoActions_HearsTheOneThatConcernedThemLast()
    {
        var town = await Town.FoundAt(_node, 50);
        var first = await TestAction.Start(_node, town, radius: 200);
        await first.UntilComplete();
        var second = await TestAction.Start(_node, town, radius: 200);
        await second.UntilComplete();

        var caller = CallsBack(town.Residents[0].Phone);
        await caller.ShouldHearMessageOf(second.Id);
        caller.HangUp();
        await caller.ShouldBeServed();
    }

    [Fact]
    public async Task Caller_WhoseConversationEndsAfterTheActionWasPutAway_IsStillRecorded()
    {
        var (action, phone) = await Missed();
        var caller = CallsBack(phone);
        await caller.ShouldHear<CallerSound.Message>();
        caller.ListensToTheEnd();
        await caller.ShouldBeConnected();
        await TestNode.PutAway(action.Grain);
        caller.HangUp();
        await caller.ShouldBeServed();
        Assert.Equal("call-back-ended", (await CallBackEntries(action))[^1].Type);
        Assert.Equal(1, (await action.Snapshot()).Progress.Results[DeliveryResult.Confirmed]);
    }

    private static async Task<DossierEntry[]> CallBackEntries(TestAction action) =>
        [.. (await action.Dossier()).Where(entry => entry.Type is "called-back" or "call-back-ended").OrderBy(entry => entry.At)];

    private ScriptedCaller CallsBack(Phone phone) => CallBackNode.Calls(_node, phone.Number, _controlRoom);

    /// <summary>An action that one phone was busy for.</summary>
    private async Task<(TestAction Action, Phone Phone)> Missed()
    {
        var town = await Town.FoundAt(_node, 50);
        var phone = town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        return (action, phone);
    }
}
