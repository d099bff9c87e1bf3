using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>A pause while the store fails, grains go away and nodes die.</summary>
public sealed class PauseFaultScenarios(SharedNode shared)
{
    private const int People = 12;
    private const int ForEver = 1_000_000;

    private readonly TestNode _node = shared.Node;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_FailsWhilePausing_ThePauseHoldsIsShownAndIsStoredLater(bool afterwards) =>
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => RunPaused(n, afterwards)));

    [Fact]
    public async Task Store_Away_PauseAndThenStopHoldAndStandInTheDossierInTheirOrder()
    {
        var town = await Town.Found(_node, People, outTo: 900);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await town.Residents[0].Phone.ShouldBeAnswered();
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        _node.Faults.Fail(action.Id, 1, ForEver, afterwards: false);

        var paused = await action.Pause();
        Assert.Equal((ActionStatus.Paused, false), (paused.Action?.Status, paused.Action?.Recorded));
        Assert.Equal(ActionStatus.Paused, (await action.Snapshot()).Status);
        Assert.True((await action.Pause()).Repeated);
        Assert.Equal(ActionProblemCode.OperationReused, (await action.Stop("pause")).Problem?.Code);
        // Without the pause in the store there is nothing to resume from.
        Assert.Equal(ActionProblemCode.StoreUnavailable, (await action.Grain.Resume(TestAction.Act("resume"))).Problem?.Code);

        var stopped = await action.Stop();
        Assert.Equal((ActionStatus.Stopped, false), (stopped.Action?.Status, stopped.Action?.Recorded));
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Grain.Resume(TestAction.Act("resume"))).Problem?.Code);
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Pause("again")).Problem?.Code);
        var placed = action.Calls.Count;
        _node.Faults.Fail(action.Id, ForEver, 0, afterwards: false);

        await action.Until("both are stored", snapshot => snapshot.Recorded);
        town.Residents[0].Phone.HangUp();
        await action.UntilComplete();
        Assert.Equal(placed, action.Calls.Count);
        await action.ShouldBeSound(People);
        var acts = (await action.Dossier()).Where(entry => entry.Type is "paused" or "stopped").Select(entry => entry.Type);
        Assert.Equal("paused stopped", string.Join(' ', acts));
        Assert.Equal(stopped.Action?.StoppedAt, (await action.Snapshot()).StoppedAt);
    }

    [Fact]
    public async Task Grains_PutAwayInAPause_CallNobodyAndGoOnAfterTheResume()
    {
        var town = await Town.Found(_node, People, outTo: 900);
        var ringing = town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await ringing.ShouldRing();
        await action.Pause();
        var placed = action.Calls.Count;
        await action.Until("every line is free", snapshot => snapshot.Progress is { SelectionComplete: true, UnderWay: 0 });
        await Task.WhenAll(new[] { 0, 1 }.Select(lane => TestNode.PutAway(_node.Grains.GetGrain<ILaneGrain>(LaneKey.Of(action.Id, lane)))));
        await TestNode.PutAway(action.Grain);
        await action.Until("the lanes told again who waits", snapshot => snapshot.Progress.Waiting + snapshot.Progress.Done == People);
        Assert.Equal((ActionStatus.Paused, placed), ((await action.Snapshot()).Status, action.Calls.Count));

        ringing.Is(PhoneHabit.Answers);
        await action.Resume();
        await action.UntilComplete();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(People);
    }

    [Fact]
    public async Task Node_KilledInAPause_TheNextOneStaysPausedAndGoesOnAfterTheResume()
    {
        var node = await TestNode.Start(channels: 3, ringSeconds: 5);
        var town = await Town.Found(node, People, outTo: 900);
        var ringing = town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(node, town, radius: 1_000);
        await ringing.ShouldRing();
        await action.Until("a part is done", snapshot => snapshot.Progress is { SelectionComplete: true, Done: >= 2 });
        await action.Pause();
        await action.Until("every line is free", snapshot => snapshot.Progress.UnderWay == 0);
        var placed = action.Calls.Count;

        await using var next = await node.KillAndRestart(channels: 3, ringSeconds: 5);
        action.On(next);
        await action.Until("the lanes told again who waits", snapshot => snapshot.Progress.Waiting + snapshot.Progress.Done == People);
        Assert.Equal((ActionStatus.Paused, placed), ((await action.Snapshot()).Status, action.Calls.Count));
        Assert.False((await action.Grain.MayStart()).Allowed);

        ringing.Is(PhoneHabit.Answers);
        await action.Resume();
        await action.UntilComplete();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(People);
    }

    /// <summary>Two faults at once: what no store took is forgotten with the node, and says so by going on; the same request again pauses it.</summary>
    [Fact]
    public async Task Node_KilledBeforeAPauseCouldBeStored_GoesOnAndIsPausedByTheSameActAgain()
    {
        var node = await TestNode.Start(channels: 1, ringSeconds: 60);
        var town = await Town.Found(node, People, outTo: 900);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.RingsOn);
        }

        var action = await TestAction.Start(node, town, radius: 1_000);
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        await PhoneNetwork.Until("somebody's phone rings", () => action.Calls.Count > 0);
        node.Faults.Fail(action.Id, 1, ForEver, afterwards: false);
        Assert.False((await action.Pause()).Action?.Recorded);
        var placed = action.Calls.Count;

        await using var next = await node.KillAndRestart(channels: 3, ringSeconds: 60);
        action.On(next);
        Assert.Equal(ActionStatus.Active, (await action.Snapshot()).Status);
        await PhoneNetwork.Until("it goes on calling", () => action.Calls.Count > placed);
        var paused = await action.Pause();
        Assert.Equal((false, ActionStatus.Paused, true), (paused.Repeated, paused.Action?.Status, paused.Action?.Recorded));
        placed = action.Calls.Count;
        await action.Until(
            "only the call of the dead node may still ring",
            snapshot => snapshot.Progress is { UnderWay: 1, Waiting: >= People - 1 }
        );
        Assert.Equal(placed, action.Calls.Count);
    }

    private async Task RunPaused(int first, bool afterwards)
    {
        var town = await Town.Found(_node, People, outTo: 900);
        var ringing = town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        var answered = town.Residents[1].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        await ringing.ShouldRing();
        await answered.ShouldBeAnswered();
        _node.Faults.Fail(action.Id, 1 + first, 3, afterwards);
        var reply = await action.Pause();
        Assert.Equal(ActionStatus.Paused, reply.Action?.Status);
        var placed = action.Calls.Count;
        await action.Until("the pause is stored", snapshot => snapshot is { Status: ActionStatus.Paused, Recorded: true });
        answered.HangUp();
        await action.Until("every line is free", snapshot => snapshot.Progress.UnderWay == 0);
        Assert.Equal(placed, action.Calls.Count);

        ringing.Is(PhoneHabit.Answers);
        Assert.Null((await action.Resume()).Problem);
        await action.UntilComplete();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        Assert.Equal(1, (await action.Dossier()).Count(entry => entry.Type == "paused"));
        await action.ShouldBeSound(People);
    }
}
