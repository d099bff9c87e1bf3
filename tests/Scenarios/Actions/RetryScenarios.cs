using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>Who is busy or does not answer is called again; whoever answered is not; and nobody after the deadline.</summary>
public sealed class RetryScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Busy_TwiceThenFree_IsHeardAtTheThirdCallAndTheOthersRingOnce()
    {
        var town = await Town.FoundAt(_node, 50, 80, 120);
        var busy = town.Residents[1].Phone;
        busy.BusyTimes = 2;
        var action = await TestAction.Start(_node, town, radius: 200, ActionKind.Robbery);
        await action.UntilComplete();

        Assert.Equal(3, busy.Calls.Count);
        town.Residents[0].Phone.ShouldHaveRungOnce();
        town.Residents[2].Phone.ShouldHaveRungOnce();
        Assert.Equal(3, (await action.Snapshot()).Progress.Results[DeliveryResult.Heard]);
        await action.ShouldBeSound(3);
    }

    [Fact]
    public async Task Busy_AtEveryTry_IsCalledAsOftenAsTheScheduleSaysAndEndsBusy()
    {
        var town = await Town.FoundAt(_node, 50);
        var busy = town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        var action = await TestAction.Start(_node, town, radius: 200, ActionKind.Robbery);
        await action.UntilComplete();

        Assert.Equal(3, busy.Calls.Count);
        Assert.Equal(1, (await action.Snapshot()).Progress.Results[DeliveryResult.Busy]);
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Deadline_WithAllLinesTaken_ExpiresWhoStillWaits()
    {
        await using var node = await TestNode.Start(channels: 1, ringSeconds: 60);
        var town = await Town.FoundAt(node, 50, 80);
        var phones = town.Residents.Select(resident => resident.Phone.Is(PhoneHabit.AnswersAndHolds)).ToArray();
        var action = await TestAction.Start(node, town, radius: 200, ActionKind.HitAndRun);
        await PhoneNetwork.Until("somebody has the line", () => action.Calls.Any(call => call.Answered));
        await action.Until("the other has expired", snapshot => snapshot.Progress.Results.GetValueOrDefault(DeliveryResult.Expired) == 1);
        phones.Single(phone => phone.Calls.Count > 0).HangUp();
        await action.UntilComplete();

        await action.ShouldBeSound(2);
    }
}
