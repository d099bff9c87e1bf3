using Burgernet.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>What the policy of a kind lets through, on a real node.</summary>
public sealed class KindScenarios(SharedNode shared)
{
    private readonly TestNode _node = shared.Node;

    [Fact]
    public async Task Create_AreaLargerThanTheKindMayHave_IsRefusedWithBothFigures()
    {
        var town = await Town.FoundAt(_node, 100);
        var grain = _node.Grains.GetGrain<IActionGrain>(Guid.NewGuid());
        var problem = (await grain.Create(TestAction.Act("draft"), town.Draft(8_000) with { Kind = ActionKind.Theft })).Problem!;
        Assert.Equal(ActionProblemCode.AreaTooLargeForKind, problem.Code);
        Assert.Equal(50, problem.Limit);
        Assert.InRange(problem.Value!.Value, 200, 202);
        Assert.Null((await grain.Create(TestAction.Act("draft"), town.Draft(800) with { Kind = ActionKind.Theft })).Problem);
    }

    [Fact]
    public async Task Start_MorePeopleThanTheThreshold_CallsNobodyUntilItIsConfirmed()
    {
        var town = await Town.Found(_node, people: TestNode.DisasterConfirmAbove + 2, outTo: 500);
        var action = await TestAction.Draft(_node, town, radius: 600, ActionKind.Disaster);
        var refused = await action.Start("unconfirmed");
        Assert.Equal(
            new ActionProblem(
                ActionProblemCode.ConfirmationNeeded,
                Value: TestNode.DisasterConfirmAbove + 2,
                Limit: TestNode.DisasterConfirmAbove
            ),
            refused.Problem
        );
        Assert.Empty(action.Calls);
        Assert.Equal(ActionStatus.Draft, (await action.Snapshot()).Status);

        var estimate = (await action.Grain.Estimate(TestAction.ControlRoom)).Estimate!;
        Assert.Equal((estimate.ConfirmAbove, estimate.People), (TestNode.DisasterConfirmAbove, TestNode.DisasterConfirmAbove + 2));
        Assert.Null((await action.Grain.Start(TestAction.Act("confirmed"), new StartTerms(estimate.People))).Problem);
        await action.UntilComplete();
        await action.ShouldBeSound(TestNode.DisasterConfirmAbove + 2);
    }

    [Fact]
    public async Task Start_UnderAPolicy_StandsInTheDossierWithItsVersion()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Draft(_node, town, radius: 200);
        await action.Grain.Start(TestAction.Act("start") with { Reason = "Kind weg" });
        var kinds = await _node.Grains.GetGrain<Burgernet.Kinds.IKindsGrain>(0).List();
        var started = Assert.Single(await action.Dossier(), entry => entry.Type == "started");
        Assert.Contains("\"reason\":\"Kind weg\"", started.Data, StringComparison.Ordinal);
        Assert.Contains(kinds.Single(kind => kind.Kind == ActionKind.MissingChild).Version, started.Data, StringComparison.Ordinal);
        await action.UntilComplete();
    }

    [Fact]
    public async Task Estimate_BeforeAndAfter_CountsThePeopleAndThenNothing()
    {
        var town = await Town.Found(_node, people: 12, outTo: 900);
        var action = await TestAction.Draft(_node, town, radius: 600);
        var draft = (await action.Grain.Estimate(TestAction.ControlRoom)).Estimate!;
        Assert.Equal((8, 8, false), (draft.People, draft.VoiceDeliveries, draft.Measured));
        Assert.True(draft.Duration > TimeSpan.Zero && draft.Cost > 0);
        Assert.Equal(ActionProblemCode.UnknownAction, (await action.Grain.Estimate("zwolle")).Problem?.Code);
        Assert.Empty(action.Calls);

        await action.Start();
        await action.UntilComplete();
        var done = (await action.Grain.Estimate(TestAction.ControlRoom)).Estimate!;
        Assert.Equal((8, 0, TimeSpan.Zero, 0m), (done.People, done.VoiceDeliveries, done.Duration, done.Cost));
    }

    [Fact]
    public async Task QuietHours_AllDay_HoldTheStartUntilThereIsAReason()
    {
        var town = await Town.FoundAt(_node, 100);
        var action = await TestAction.Draft(_node, town, radius: 200, ActionKind.Violence);
        var reply = await action.Start("quiet");
        Assert.Equal(ActionProblemCode.QuietHours, reply.Problem?.Code);
        Assert.NotNull(reply.Problem?.Until);
        Assert.Empty(action.Calls);

        var overridden = await action.Grain.Start(TestAction.Act("now"), new StartTerms(QuietHoursOverride: "Dader in de wijk"));
        Assert.Null(overridden.Problem);
        await action.UntilComplete();
        Assert.Single(action.Calls);
        Assert.Contains(
            "\"quietHoursOverride\":\"Dader in de wijk\"",
            Assert.Single(await action.Dossier(), entry => entry.Type == "started").Data,
            StringComparison.Ordinal
        );
    }
}
