using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>On tips the area is enlarged: who is new is called, who was selected before is left alone.</summary>
public sealed class ExpansionScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Expand_AfterTheFirstWave_CallsOnlyTheNewOnesNearestFirst()
    {
        var town = await Town.Found(_node, people: 60, outTo: 3_000);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.UntilComplete();
        Assert.Equal(20, action.Calls.Count);

        Assert.Null((await action.Expand(2_000)).Problem);
        await action.Until("the wave is over", snapshot => snapshot is { Progress.Complete: true, Waves: [_, { Selected: 20 }] });

        Assert.All(town.Residents.Where(resident => resident.Metres < 2_000), resident => resident.Phone.ShouldHaveRungOnce());
        Assert.All(town.Residents.Where(resident => resident.Metres > 2_000), resident => resident.Phone.ShouldNotHaveRung());
        ShouldBeNearestFirst(action.Calls.Skip(20));
        var snapshot = await action.Snapshot();
        Assert.Equal((40, 40, 40), (snapshot.Progress.Selected, snapshot.Progress.Done, snapshot.Progress.Heard));
        Assert.Equal(
            [(1, WaveKind.Start, 20), (2, WaveKind.Expansion, 20)],
            snapshot.Waves.Select(wave => (wave.Number, wave.Kind, wave.Selected ?? -1))
        );
        Assert.Equal("d-17", snapshot.Waves[1].By);
        await action.ShouldBeSound(40, waves: 2);
    }

    [Fact]
    public async Task Expand_WhileTheFirstWaveIsCalled_GoesOnNearestFirstOverBoth()
    {
        await using var node = await TestNode.Start(channels: 4);
        var town = await Town.Found(node, people: 80, outTo: 2_000);
        var action = await TestAction.Start(node, town, radius: 1_000);
        await action.Until("calls are under way", snapshot => snapshot.Progress.Done > 3);
        Assert.Null((await action.Expand(1_500)).Problem);
        Assert.Null((await action.Expand(2_000, "again")).Problem);
        await action.Until("all is over", snapshot => snapshot is { Progress.Complete: true, Waves.Count: 3 });

        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
        ShouldBeNearestFirst(action.Calls);
        await action.ShouldBeSound(80, waves: 3);
    }

    [Fact]
    public async Task Expand_NodeKilledInTheMiddle_TheNextOneCallsTheRestAndNobodyTwice()
    {
        var node = await TestNode.Start(channels: 4, ringSeconds: 1);
        var town = await Town.Found(node, people: 60, outTo: 1_500);
        var action = await TestAction.Start(node, town, radius: 500);
        await action.UntilComplete();
        Assert.Null((await action.Expand(1_500)).Problem);
        await action.Until("some of the new ones are done", snapshot => snapshot.Progress.Done > 25);

        await using var next = await node.KillAndRestart(channels: 8, ringSeconds: 1);
        action.On(next);
        await action.Until("all is over", snapshot => snapshot is { Progress: { Complete: true, Selected: 60 } });
        var deliveries = await action.Deliveries();
        Assert.Equal(60, deliveries.DistinctBy(delivery => delivery.ParticipantId).Count());
        Assert.DoesNotContain(deliveries, delivery => delivery.Result == DeliveryResult.None);
        var redialled = deliveries.Where(delivery => delivery.Redialled).Select(delivery => delivery.ParticipantId).ToHashSet();
        Assert.All(
            action.Calls.Where(call => !redialled.Contains(call.Person)).GroupBy(call => call.Person),
            calls => Assert.Single(calls)
        );
    }

    [Fact]
    public async Task Expand_Repeated_MakesNoSecondWave()
    {
        var town = await Town.Found(_node, people: 20, outTo: 1_000);
        var action = await TestAction.Start(_node, town, radius: 500);
        await action.UntilComplete();
        await action.Expand(1_000);
        Assert.True((await action.Expand(1_000)).Repeated);
        await action.Until("the wave is over", snapshot => snapshot is { Progress.Complete: true, Waves.Count: 2 });
        await action.ShouldBeSound(20, waves: 2);
    }

    [Fact]
    public async Task Expand_ThatCannotBe_IsRefusedAndCallsNobody()
    {
        var town = await Town.FoundAt(_node, 100, 200, 300, 400, 450, 1_200, 1_250, 1_300, 1_350, 1_400, 1_450);
        var action = await TestAction.Draft(_node, town, radius: 500, ActionKind.Disaster);
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Expand(1_500, "early")).Problem?.Code);
        await action.Start();
        await action.UntilComplete();

        // Nobody lives between.
        Assert.Equal(ActionProblemCode.NobodyAdded, (await action.Expand(1_000, "nobody")).Problem?.Code);
        Assert.Equal(ActionProblemCode.NobodyAdded, (await action.Expand(400, "smaller")).Problem?.Code);

        // Six more take a confirmation in a disaster.
        var refused = (await action.Expand(1_500, "many")).Problem;
        Assert.Equal((ActionProblemCode.ConfirmationNeeded, 6d, 5d), (refused!.Code, refused.Value, refused.Limit));
        Assert.Equal(5, action.Calls.Count);
        Assert.Single((await action.Snapshot()).Waves);

        Assert.Null((await action.Expand(1_500, "confirmed", confirmed: 6)).Problem);
        await action.Until("the wave is over", snapshot => snapshot is { Progress: { Complete: true, Selected: 11 } });
        await action.Stop();
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Expand(3_000, "stopped")).Problem?.Code);
    }

    [Fact]
    public async Task Expand_AreaBesideTheFirst_CallsThoseInItFromTheIncidentPointOutward()
    {
        var town = await Town.FoundAt(_node, 100, 2_000, 2_600);
        var action = await TestAction.Start(_node, town, radius: 500);
        await action.UntilComplete();
        var beside = new CircleArea(town.Residents[2].Home, 300);
        Assert.Null((await action.Expand(new Expansion(beside), "beside")).Problem);
        await action.Until("the wave is over", snapshot => snapshot is { Progress: { Complete: true, Selected: 2 } });
        Assert.Equal(10, town.Residents[2].Phone.ShouldHaveRungOnce().Band);
        town.Residents[1].Phone.ShouldNotHaveRung();
    }

    [Fact]
    public async Task EstimateExpansion_OfAnActionThatRuns_CountsOnlyWhoIsAdded()
    {
        var town = await Town.Found(_node, people: 40, outTo: 2_000);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.UntilComplete();
        var estimate = await action.Grain.EstimateExpansion(TestAction.ControlRoom, new Expansion(null, 2_000));
        Assert.Equal(20, estimate.Estimate?.People);
        Assert.Equal(20, action.Calls.Count);
    }

    /// <summary>No car goes at 2,000 km/h, but a test has no time: a ring of 250 m takes 0.45 s.</summary>
    [Fact]
    public async Task ExpansionPlan_ByCar_CallsRingAfterRingUntilTheLargest()
    {
        var town = await Town.FoundAt(_node, 100, 400, 600, 900, 1_100);
        var action = await TestAction.Start(_node, town, radius: 250);
        await action.UntilComplete();
        Assert.Null((await action.Plan(new ExpansionPlan(2_000, 1_000))).Problem);
        var planned = (await action.Snapshot()).ExpansionPlan!;
        Assert.Equal((2_000, 1_000, 250), (planned.SpeedKmh, planned.LargestRadiusMetres, planned.RadiusMetres));
        Assert.Single(action.Calls);

        await action.Until(
            "it has come to its end",
            snapshot => snapshot is { ExpansionPlan: null, Waves.Count: 4, Progress.Complete: true }
        );
        Assert.Equal([250d, 500, 750, 1_000], (await action.Snapshot()).Waves.Select(wave => ((CircleArea)wave.Area).RadiusMetres));
        Assert.All(town.Residents.Take(4), resident => resident.Phone.ShouldHaveRungOnce());
        town.Residents[4].Phone.ShouldNotHaveRung();
        var dossier = await action.Dossier();
        Assert.All(dossier.Where(entry => entry.Type == "expanded"), entry => Assert.Equal("system", entry.Dispatcher));
        Assert.Contains(
            "\"completed\":true",
            Assert.Single(dossier, entry => entry.Type == "expansion-plan-ended").Data,
            StringComparison.Ordinal
        );
        await action.ShouldBeSound(4, waves: 4);
    }

    [Fact]
    public async Task ExpansionPlan_EndedOrStopped_GrowsNoMore()
    {
        var town = await Town.FoundAt(_node, 100, 4_000);
        var action = await TestAction.Start(_node, town, radius: 250);
        Assert.Null((await action.Plan(new ExpansionPlan(0.5, 5_000))).Problem);
        Assert.Null((await action.Grain.EndExpansionPlan(TestAction.Act("end"))).Problem);
        Assert.Null((await action.Snapshot()).ExpansionPlan);
        Assert.Equal(ActionProblemCode.NoExpansionPlan, (await action.Grain.EndExpansionPlan(TestAction.Act("end-again"))).Problem?.Code);

        Assert.Null((await action.Plan(new ExpansionPlan(0.5, 5_000), "second")).Problem);
        await action.Stop();
        Assert.Null((await action.Snapshot()).ExpansionPlan);
        Assert.Equal(ActionProblemCode.NotInThisState, (await action.Plan(new ExpansionPlan(5, 5_000), "third")).Problem?.Code);
    }

    [Fact]
    public async Task ExpansionPlan_NodeKilled_TheNextOneGrowsOn()
    {
        var node = await TestNode.Start();
        var town = await Town.FoundAt(node, 100, 400, 700);
        var action = await TestAction.Start(node, town, radius: 250);
        await action.UntilComplete();
        Assert.Null((await action.Plan(new ExpansionPlan(1_000, 750))).Problem);

        await using var next = await node.KillAndRestart(channels: 8, ringSeconds: 1);
        action.On(next);
        await action.Until(
            "it has come to its end",
            snapshot => snapshot is { ExpansionPlan: null, Progress: { Complete: true, Selected: 3 } }
        );
        Assert.All(town.Residents, resident => resident.Phone.ShouldHaveRungOnce());
    }

    [Fact]
    public async Task ExpansionPlan_ThatCannotBe_IsRefused()
    {
        var town = await Town.FoundAt(_node, 100, 700);
        var action = await TestAction.Start(_node, town, radius: 500);
        await action.UntilComplete();
        Assert.Equal(ActionProblemCode.RadiusNotLarger, (await action.Plan(new ExpansionPlan(5, 500), "same")).Problem?.Code);
        Assert.Equal(ActionProblemCode.NobodyAdded, (await action.Plan(new ExpansionPlan(5, 600), "nobody")).Problem?.Code);
        Assert.Equal(ActionProblemCode.AreaTooLargeForKind, (await action.Plan(new ExpansionPlan(5, 200_000), "large")).Problem?.Code);
    }

    /// <summary>Nobody two bands nearer had yet to be called for the first time when a call left.</summary>
    private static void ShouldBeNearestFirst(IEnumerable<PlacedCall> calls)
    {
        var first = calls.Where(call => call.Attempt == 1).ToArray();
        Assert.All(first, call => Assert.DoesNotContain(first, other => other.Band <= call.Band - 2 && other.Order > call.Order));
    }
}
