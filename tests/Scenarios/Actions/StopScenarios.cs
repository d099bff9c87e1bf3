using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class StopScenarios
{
    private const int People = 60;

    /// <summary>All lines are taken by phones that ring on and by one that was answered: whoever else is called, is called too late.</summary>
    [Fact]
    public async Task Stop_InTheMiddle_CallsNobodyMoreCancelsRingingAndLetsTheAnsweredFinish()
    {
        const int Ringing = 8;
        await using var node = await TestNode.Start(channels: Ringing + 1, ringSeconds: 60);
        var town = await Town.Found(node, People, outTo: 2_900);
        var answered = town.Residents[0].Phone.Is(PhoneHabit.AnswersAndHolds);
        var ringing = town.Residents.Skip(6).Take(Ringing).Select(resident => resident.Phone.Is(PhoneHabit.RingsOn)).ToArray();
        var action = await TestAction.Start(node, town, radius: 3_000);
        await answered.ShouldBeAnswered();
        await Task.WhenAll(ringing.Select(phone => phone.ShouldRing()));
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);

        Assert.Null((await action.Stop()).Problem);
        var placed = action.Calls.Count;
        Assert.True((await action.Stop()).Repeated);
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Stop("again")).Problem?.Code);
        await action.Until("only the call that was answered goes on", snapshot => snapshot.Progress is { UnderWay: 1, Waiting: 0 });
        Assert.False((await action.Snapshot()).Progress.Complete);
        answered.HangUp();
        await action.UntilComplete();

        Assert.Equal(placed, action.Calls.Count);
        Assert.All(ringing, phone => Assert.Equal(CallEnd.CancelledByStop, phone.ShouldHaveRungOnce().End));
        var results = (await action.Snapshot()).Progress.Results;
        Assert.Equal((Ringing, People - placed), (results[DeliveryResult.CancelledByStop], results[DeliveryResult.NotAttemptedStopped]));
        Assert.Equal(ActionStatus.Stopped, (await action.Snapshot()).Status);
        await action.ShouldBeSound(People);
    }

    [Fact]
    public async Task Stop_Ringing_IsCancelledByTheTimeOfTheReply()
    {
        await using var node = await TestNode.Start(ringSeconds: 60);
        var town = await Town.FoundAt(node, 50);
        var phone = town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(node, town, radius: 100);
        await phone.ShouldRing();
        await action.Stop();
        // Told first, stored after: by the reply it is cancelled.
        Assert.Equal(CallEnd.CancelledByStop, phone.ShouldHaveRungOnce().End);
        await action.UntilComplete();
        await action.ShouldBeSound(1);
    }
}
