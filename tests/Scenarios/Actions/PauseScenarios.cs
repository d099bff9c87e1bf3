using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class PauseScenarios(SharedNode shared)
{
    private const int People = 40;

    private readonly TestNode _node = shared.Node;

    /// <summary>All lines are taken by phones that ring on and by one that was answered: whoever else is called is called after the resume.</summary>
    [Fact]
    public async Task Pause_InTheMiddle_CancelsWhatRingsLetsTheAnsweredFinishAndCallsTheRestAfterTheResume()
    {
        const int Ringing = 6;
        await using var node = await TestNode.Start(channels: Ringing + 1, ringSeconds: 60);
        var town = await Town.Found(node, People, outTo: 2_900);
        var answered = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var ringing = town.Residents.Skip(1).Take(Ringing).Select(resident => resident.Phone.Is(PhoneHabit.RingsOn)).ToArray();
        var action = await TestAction.Start(node, town, radius: 3_000);
        await answered.ShouldBeAnswered();
        await Task.WhenAll(ringing.Select(phone => phone.ShouldRing()));
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);

        var paused = await action.Pause();
        Assert.Equal((ActionStatus.Paused, true), (paused.Action?.Status, paused.Action?.Recorded));
        Assert.NotNull(paused.Action?.PausedAt);
        // Told first, stored after: by the reply they are cancelled.
        Assert.All(ringing, phone => Assert.Equal(CallEnd.CancelledByStop, phone.ShouldHaveRungOnce().End));
        var placed = action.Calls.Count;
        await action.Until(
            "only the call that was answered goes on",
            snapshot => snapshot.Progress is { UnderWay: 1, Waiting: People - 1 }
        );
        answered.HangUp();
        await action.Until("it has its result", snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Heard) == 1);
        Assert.Equal(placed, action.Calls.Count);

        Assert.All(ringing, phone => phone.Is(PhoneHabit.Answers));
        Assert.Equal(ActionStatus.Active, (await action.Resume()).Action?.Status);
        await action.UntilComplete();
        Assert.All(ringing, phone => Assert.Equal([false, true], phone.Calls.Select(call => call.Answered)));
        answered.ShouldHaveRungOnce();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(People);
    }

    [Fact]
    public async Task Pause_AnsweredAreCut_HaveTheirResultByWhatWasPlayedAndAreNeverCalledAgain()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var (early, late) = (
            town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds),
            town.Residents[1].Phone.Is(PhoneHabit.AnswersAndHolds)
        );
        (early.HasHeard, late.HasHeard) = (PhoneNetwork.MessageMilliseconds / 2, PhoneNetwork.MessageMilliseconds * 9 / 10);
        var action = await TestAction.Start(_node, town, radius: 200);
        await Task.WhenAll(early.ShouldBeAnswered(), late.ShouldBeAnswered());

        await action.Pause(calls: CallsUnderWay.Cut);
        await action.UntilComplete();
        Assert.Equal(ActionStatus.Paused, (await action.Snapshot()).Status);
        await action.Resume();
        Assert.Equal(ActionStatus.Active, (await action.Snapshot()).Status);
        var results = (await action.Snapshot()).Progress.Results;
        Assert.Equal((1, 1), (results[DeliveryResult.Answered], results[DeliveryResult.Heard]));
        Assert.All(new[] { early, late }, phone => Assert.Equal(CallEnd.HungUpByUs, phone.ShouldHaveRungOnce().End));
        await action.ShouldBeSound(2);
    }

    [Fact]
    public async Task Stop_AnsweredAreCut_EndsAtOnce()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var phones = town.Residents.Select(resident => resident.Phone.Is(PhoneHabit.AnswersAndHolds)).ToArray();
        var action = await TestAction.Start(_node, town, radius: 200);
        await Task.WhenAll(phones.Select(phone => phone.ShouldBeAnswered()));

        await action.Stop(calls: CallsUnderWay.Cut);
        await action.UntilComplete();
        Assert.Equal(2, (await action.Snapshot()).Progress.Results[DeliveryResult.Answered]);
        await action.ShouldBeSound(2);
    }

    [Fact]
    public async Task Stop_OfAPausedAction_GivesWhoRangAndWhoWaitedTheirResultsAndCutsWhoWasToFinish()
    {
        await using var node = await TestNode.Start(channels: 2, ringSeconds: 60);
        var town = await Town.FoundAt(node, 50, 80, 900);
        var answered = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var ringing = town.Residents[1].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(node, town, radius: 1_000);
        await answered.ShouldBeAnswered();
        await ringing.ShouldRing();
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        await action.Pause();
        await action.Until("the other waits again", snapshot => snapshot.Progress is { UnderWay: 1, Waiting: 2 });

        Assert.Equal(ActionStatus.Stopped, (await action.Stop(calls: CallsUnderWay.Cut)).Action?.Status);
        await action.UntilComplete();
        var results = (await action.Snapshot()).Progress.Results;
        Assert.Equal(
            (1, 1, 1),
            (results[DeliveryResult.Answered], results[DeliveryResult.CancelledByStop], results[DeliveryResult.NotAttemptedStopped])
        );
        Assert.Null((await action.Snapshot()).PausedAt);
        await action.ShouldBeSound(3);
    }

    [Fact]
    public async Task PauseAndResume_AgainAndAgain_CallsEverybodyOnceAndRaisesTheEpochEachTime()
    {
        await using var node = await TestNode.Start(channels: 3);
        var town = await Town.Found(node, People, outTo: 900);
        var action = await TestAction.Start(node, town, radius: 1_000);
        for (var part = 1; part <= 5; part++)
        {
            await action.Until("the action goes on", snapshot => snapshot.Progress.Done >= part * 5);
            await action.Pause($"pause {part}");
            await action.Until("every line is free", snapshot => snapshot.Progress.UnderWay == 0);
            var placed = action.Calls.Count;
            Assert.False((await action.Grain.MayStart()).Allowed);
            Assert.Equal(placed, action.Calls.Count);
            await action.Resume($"resume {part}");
            Assert.Equal(1 + (2 * part), (await action.Grain.MayStart()).Epoch);
        }

        await action.UntilComplete();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        Assert.All(town.Residents, resident => Assert.Single(resident.Phone.Calls, call => call.Answered));
        await action.ShouldBeSound(People);
    }

    [Fact]
    public async Task Pause_RightAfterTheStart_SelectsEverybodyAndCallsNobodyUntilTheResume()
    {
        var town = await Town.Found(_node, People, outTo: 900);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.RingsOn);
        }

        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.Pause();
        var placed = action.Calls.Count;
        await action.Until(
            "everybody is selected and waits",
            snapshot => snapshot.Progress is { SelectionComplete: true, Waiting: People }
        );
        Assert.Equal(placed, action.Calls.Count);
        Assert.Equal(ActionStatus.Paused, (await action.Snapshot()).Status);

        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.Answers);
        }

        await action.Resume();
        await action.UntilComplete();
        Assert.Equal(People, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(People);
    }

    [Fact]
    public async Task Deadline_PassedInAPause_ExpiresWhoWaits()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var phones = town.Residents.Select(resident => resident.Phone.Is(PhoneHabit.RingsOn)).ToArray();
        var action = await TestAction.Start(_node, town, radius: 200, ActionKind.HitAndRun);
        await action.Pause();
        var placed = action.Calls.Count;
        await action.UntilComplete();
        Assert.Equal(2, (await action.Snapshot()).Progress.Results[DeliveryResult.Expired]);
        Assert.Equal((placed, ActionStatus.Paused), (action.Calls.Count, (await action.Snapshot()).Status));
        await action.Resume();
        await action.ShouldBeSound(2);
        Assert.Equal(placed, phones.Sum(phone => phone.Calls.Count));
    }

    [Fact]
    public async Task Retry_ThatFallsDueInAPause_LeavesAfterTheResumeAndThePauseIsNoTry()
    {
        var town = await Town.FoundAt(_node, 50);
        var busy = town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200, ActionKind.Robbery);
        await busy.ShouldRing();
        await action.Pause();
        var tried = busy.Calls.Count;
        // A second is the schedule; it passes in the pause.
        await action.Until(
            "the pause is a second old",
            snapshot => TimeProvider.System.GetUtcNow() - snapshot.PausedAt > TimeSpan.FromSeconds(1.2)
        );
        Assert.Equal(tried, busy.Calls.Count);
        await action.Resume();
        await action.UntilComplete();
        Assert.Equal(3, busy.Calls.Count);
        Assert.Equal(1, (await action.Snapshot()).Progress.Results[DeliveryResult.Busy]);
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Acts_OfAPausedAction_AreRepeatedOrRefusedByTheirKeys()
    {
        var town = await Town.FoundAt(_node, 50);
        town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Draft(_node, town, radius: 200);
        Assert.Equal(new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Draft), (await action.Pause()).Problem);
        await action.Start();
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Resume()).Problem?.Code);
        await town.Residents[0].Phone.ShouldBeAnswered();

        Assert.False((await action.Pause()).Repeated);
        Assert.True((await action.Pause()).Repeated);
        Assert.Equal(new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Paused), (await action.Pause("again")).Problem);
        Assert.Equal(ActionProblemCode.OperationReused, (await action.Stop("pause")).Problem?.Code);
        Assert.True((await action.Start()).Repeated);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Resume(TestAction.Act("x", "zwolle"))).Problem?.Code);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Pause(TestAction.Act("x", "zwolle"))).Problem?.Code);

        Assert.False((await action.Resume()).Repeated);
        Assert.True((await action.Resume()).Repeated);
        Assert.True((await action.Pause()).Repeated);
        Assert.Equal(ActionStatus.Active, (await action.Snapshot()).Status);
        town.Residents[0].Phone.HangUp();
        await action.UntilComplete();
        await action.ShouldBeSound(1);
        var acts = (await action.Dossier()).Where(entry => entry.Dispatcher is not (null or "system")).Select(entry => entry.Type);
        Assert.Equal("drafted started paused resumed", string.Join(' ', acts));
    }
}
