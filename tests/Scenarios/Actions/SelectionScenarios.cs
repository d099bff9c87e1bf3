using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class SelectionScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Action_Started_CallsEveryoneInTheCircleOnceAndNobodyOutside()
    {
        var town = await Town.Found(_node, people: 40, outTo: 1_600);
        var action = await TestAction.Start(_node, town, radius: 1_200);
        await action.UntilComplete();

        foreach (var resident in town.Residents)
        {
            if (resident.Metres < 1_200)
            {
                resident.Phone.ShouldHaveRungOnce();
            }
            else
            {
                resident.Phone.ShouldNotHaveRung();
            }
        }

        var progress = (await action.Snapshot()).Progress;
        Assert.Equal(
            (30, 30, 30, 30, 0, 0),
            (progress.Selected, progress.Done, progress.Heard, progress.Contacted, progress.Waiting, progress.UnderWay)
        );
        await action.ShouldBeSound(30);
    }

    [Fact]
    public async Task Action_Started_CallsNearestFirst()
    {
        var town = await Town.Found(_node, people: 120, outTo: 2_308);
        var action = await TestAction.Start(_node, town, radius: 2_500);
        await action.UntilComplete();

        var first = action.Calls.Where(call => call.Attempt == 1).ToArray();
        Assert.Equal(120, first.Length);
        foreach (var call in first)
        {
            // Nobody two bands nearer had yet to be called when this call left.
            Assert.DoesNotContain(first, other => other.Band <= call.Band - 2 && other.Order > call.Order);
        }

        Assert.All(town.Residents, resident => Assert.Equal((int)(resident.Metres / 250), resident.Phone.ShouldHaveRungOnce().Band));
        await action.ShouldBeSound(120);
    }

    [Fact]
    public async Task Participant_WithTwoLocationsInTheArea_IsCalledOnceFromTheNearest()
    {
        var town = await Town.FoundAt(_node, 900, 300, 500);
        await Town.AddLocation(_node, town.Residents[0], town.At(100, 1));
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.UntilComplete();

        Assert.Equal(0, town.Residents[0].Phone.ShouldHaveRungOnce().Band);
        await action.ShouldBeSound(3);
    }

    [Fact]
    public async Task Participant_Busy_HasThatResultAndIsNotContacted()
    {
        var town = await Town.FoundAt(_node, 50, 100);
        town.Residents[0].Phone.Is(PhoneHabit.IsBusy);
        town.Residents[1].Phone.Is(PhoneHabit.RingsOn);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();

        var results = (await action.Snapshot()).Progress;
        Assert.Equal((1, 1, 1), (results.Results[DeliveryResult.Busy], results.Results[DeliveryResult.NoAnswer], results.Contacted));
        await action.ShouldBeSound(2);
    }

    [Fact]
    public async Task Carrier_TurnsCallsAway_TheyAreDialledAgainUntilAllIsDone()
    {
        var town = await Town.Found(_node, people: 12, outTo: 600);
        town.Residents[0].Phone.TurnsAway = 2;
        town.Residents[5].Phone.TurnsAway = 1;
        var action = await TestAction.Start(_node, town, radius: 700);
        await action.UntilComplete();

        Assert.Equal(3, town.Residents[0].Phone.Calls.Count);
        Assert.Equal(2, town.Residents[5].Phone.Calls.Count);
        Assert.Equal(12, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(12);
    }
}
