using Burgernet.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class LifeCycleScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Start_RepeatedUnderTheSameKey_MakesNoSecondWave()
    {
        var town = await Town.Found(_node, people: 10, outTo: 500);
        var action = await TestAction.Draft(_node, town, radius: 600);
        Assert.False((await action.Start()).Repeated);
        Assert.True((await action.Start()).Repeated);
        await action.UntilComplete();
        Assert.True((await action.Start()).Repeated);

        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
        await action.ShouldBeSound(10);
    }

    [Fact]
    public async Task Start_UnderAnotherKey_IsNotForThisState()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Start(_node, town, radius: 200);
        var reply = await action.Start("another");
        Assert.Equal(new ActionProblem(ActionProblemCode.NotInThisState, ActionStatus.Active), reply.Problem);
        await action.UntilComplete();
        await action.ShouldBeSound(1);
    }

    [Fact]
    public async Task Start_KeyOfTheDraft_IsReused()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Draft(_node, town, radius: 200);
        Assert.Equal(ActionProblemCode.OperationReused, (await action.Start("draft")).Problem?.Code);
        Assert.Empty(action.Calls);
    }

    [Fact]
    public async Task Create_Repeated_IsTheSameActionAndAnotherDraftIsRefused()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Draft(_node, town, radius: 200);
        Assert.True((await action.Grain.Create(TestAction.Act("draft"), town.Draft(200))).Repeated);
        Assert.Equal(
            ActionProblemCode.OperationReused,
            (await action.Grain.Create(TestAction.Act("other"), town.Draft(300))).Problem?.Code
        );
        Assert.Single(await action.Dossier());
    }

    [Fact]
    public async Task Create_NobodyThere_IsRefusedWithTheReason()
    {
        var town = await Town.FoundAt(_node, 100);
        var grain = _node.Grains.GetGrain<IActionGrain>(Guid.NewGuid());
        var elsewhere = town.Draft(300) with
        {
            Area = new Burgernet.Cells.CircleArea(town.At(6_000, 0), 300),
            IncidentPoint = town.At(6_000, 0),
        };
        Assert.Equal(ActionProblemCode.AreaWithoutParticipants, (await grain.Create(TestAction.Act("a"), elsewhere)).Problem?.Code);
        var swapped = new Burgernet.Cells.GeoPoint(town.Center.Longitude, town.Center.Latitude);
        var exchanged = town.Draft(300) with { Area = new Burgernet.Cells.CircleArea(swapped, 300), IncidentPoint = swapped };
        Assert.Equal(ActionProblemCode.AreaCoordinatesSwapped, (await grain.Create(TestAction.Act("a"), exchanged)).Problem?.Code);
        var wide = town.Draft(80_000) with { Kind = ActionKind.MissingPerson };
        Assert.Equal(ActionProblemCode.AreaTooLarge, (await grain.Create(TestAction.Act("a"), wide)).Problem?.Code);
        Assert.Equal(ActionProblemCode.UnknownAction, (await grain.Get(TestAction.ControlRoom)).Problem?.Code);
    }

    [Fact]
    public async Task ControlRoom_Unknown_SeesAndDoesNothing()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Draft(_node, town, radius: 200);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Get("zwolle")).Problem?.Code);
        Assert.Null((await action.Grain.Get("zwolle")).Action);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Start(TestAction.Act("s", "zwolle"))).Problem?.Code);
        await action.Start();
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Stop(TestAction.Act("x", "zwolle"))).Problem?.Code);
        await action.UntilComplete();
        await action.ShouldBeSound(1);

        Assert.Empty((await _node.Grains.GetGrain<IControlRoomGrain>("zwolle").ListActions(null, 200)).Actions);
        var own = await _node.Grains.GetGrain<IControlRoomGrain>(TestAction.ControlRoom).ListActions(null, 200);
        Assert.Contains(own.Actions, summary => summary.Id == action.Id && summary.Status == ActionStatus.Active);
    }

    [Fact]
    public async Task Stop_WhenAllIsDone_IsRecordedAndChangesNoResult()
    {
        var town = await Town.FoundAt(_node, 50, 80);
        var action = await TestAction.Start(_node, town, radius: 200);
        await action.UntilComplete();
        Assert.Equal(ActionStatus.Stopped, (await action.Stop()).Action?.Status);
        Assert.Equal(2, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(2);
    }
}
