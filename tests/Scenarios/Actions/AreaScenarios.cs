using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.H3;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class AreaScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Exclusions_InTheCircle_AreNotCalledAndWhoLivesBesideThemIs()
    {
        var town = await Town.Found(_node, people: 30, outTo: 1_500);
        var action = await Started(town.Draft(1_500) with { Area = Ring(town, from: 500, to: 1_500, without: town.Residents[25]) });
        await action.UntilComplete();

        foreach (var resident in town.Residents)
        {
            if (resident.Metres <= 500 || resident == town.Residents[25])
            {
                resident.Phone.ShouldNotHaveRung();
            }
            else
            {
                resident.Phone.ShouldHaveRungOnce();
            }
        }

        await action.ShouldBeSound(19);
    }

    [Fact]
    public async Task Expansion_OverAnExclusion_CallsNobodyInIt()
    {
        var town = await Town.FoundAt(_node, 100, 400, 700);
        var excluded = new CircleArea(town.Residents[1].Home, 50);
        var action = await Started(town.Draft(500) with { Area = new AreaWithout(new CircleArea(town.Center, 500), excluded) });
        await action.UntilComplete();
        await action.Grain.Expand(TestAction.Act("expand"), new Expansion(null, 800));
        await action.Until("the one beyond is called", snapshot => snapshot.Progress is { Complete: true, Heard: 2 });

        town.Residents[0].Phone.ShouldHaveRungOnce();
        town.Residents[1].Phone.ShouldNotHaveRung();
        town.Residents[2].Phone.ShouldHaveRungOnce();
    }

    [Fact]
    public async Task Cells_AsTheArea_CallEveryoneInThemAndNobodyElse()
    {
        var town = await Town.Found(_node, people: 30, outTo: 3_000);
        ulong[] cells = [CellOf(town.Residents[2]), CellOf(town.Residents[20])];
        var inside = town.Residents.Where(resident => cells.Contains(CellOf(resident))).ToHashSet();
        var action = await Started(town.Draft(1) with { Area = new CellsArea(cells) });
        await action.UntilComplete();

        Assert.All(inside, resident => resident.Phone.ShouldHaveRungOnce());
        Assert.All(town.Residents.Except(inside), resident => resident.Phone.ShouldNotHaveRung());
        await action.ShouldBeSound(inside.Count);
    }

    [Fact]
    public async Task TargetGroups_InTheArea_AreTheOnlyOnesCalled()
    {
        var town = await Town.FoundAt(_node, 100, 200, 300, 400, 1_200);
        await Town.AddToGroups(_node, town.Residents[1], 1UL << 3);
        await Town.AddToGroups(_node, town.Residents[2], (1UL << 63) | 1);
        await Town.AddToGroups(_node, town.Residents[3], 1UL << 5);
        await Town.AddToGroups(_node, town.Residents[4], 1UL << 3);
        var draft = town.Draft(1_000) with { TargetGroups = [new TargetGroup("staff", 3), new TargetGroup("partners", 63)] };
        var action = await Drafted(draft);
        Assert.Equal(2, (await action.Grain.Estimate(TestAction.ControlRoom)).Estimate?.People);
        await action.Start();
        await action.UntilComplete();

        Assert.All(new[] { 1, 2 }, i => town.Residents[i].Phone.ShouldHaveRungOnce());
        Assert.All(new[] { 0, 3, 4 }, i => town.Residents[i].Phone.ShouldNotHaveRung());
        Assert.Equal("staff partners", string.Join(' ', (await action.Snapshot()).TargetGroups.Select(group => group.Id)));
        await action.ShouldBeSound(2);
    }

    /// <summary>Fails closed: cells hold people, and exclusions or groups leave none of them.</summary>
    [Fact]
    public async Task Area_OfWhichNobodyIsLeft_IsRefusedAndCallsNobody()
    {
        var town = await Town.FoundAt(_node, 100, 200);
        var grain = _node.Grains.GetGrain<IActionGrain>(Guid.NewGuid());
        var draft = town.Draft(300);

        foreach (
            var nobody in new[]
            {
                draft with
                {
                    Area = new AreaWithout(draft.Area, new CircleArea(town.Center, 290)),
                },
                draft with
                {
                    TargetGroups = [new TargetGroup("staff", 3)],
                },
            }
        )
        {
            Assert.Equal(ActionProblemCode.AreaWithoutParticipants, (await grain.Create(TestAction.Act("draft"), nobody)).Problem?.Code);
        }

        Assert.Equal(ActionProblemCode.UnknownAction, (await grain.Start(TestAction.Act("start"))).Problem?.Code);
        Assert.All(town.Residents, resident => resident.Phone.ShouldNotHaveRung());
    }

    private static AreaWithout Ring(Town town, double from, double to, Resident without) =>
        new AreaWithout(
            new AreaWithout(new CircleArea(town.Center, to), new CircleArea(town.Center, from)),
            new CircleArea(without.Home, 10)
        );

    private static ulong CellOf(Resident resident) =>
        H3Grid.LatLngToCell(new LatLng(resident.Home.Latitude, resident.Home.Longitude), CellMask.CellResolution).Value;

    private async Task<TestAction> Drafted(ActionDraft draft)
    {
        var action = new TestAction(Guid.NewGuid()).On(_node);
        var reply = await action.Grain.Create(TestAction.Act("draft"), draft);
        Assert.Null(reply.Problem);
        return action;
    }

    private async Task<TestAction> Started(ActionDraft draft)
    {
        var action = await Drafted(draft);
        await action.Start();
        return action;
    }
}
