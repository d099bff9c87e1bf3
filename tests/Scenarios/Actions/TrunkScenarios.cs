using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class TrunkScenarios
{
    [Fact]
    public async Task FewCalls_TwoTrunks_StayOnTheFirst()
    {
        await using var node = await TestNode.Start(TestNode.Limits("first", 20), TestNode.Limits("second", 20));
        var town = await Town.Found(node, people: 8, outTo: 240);
        var action = await TestAction.Start(node, town, radius: 300);
        await action.UntilComplete();

        Assert.All(action.Calls, call => Assert.Equal("first", call.Carrier));
        await action.ShouldBeSound(8);
    }

    [Fact]
    public async Task Trunk_Full_TheNextTakesTheRest()
    {
        await using var node = await TestNode.Start(
            TestNode.Limits("first", 3, ringSeconds: 30),
            TestNode.Limits("second", 4, ringSeconds: 30)
        );
        var town = await Town.Found(node, people: 20, outTo: 240);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.AnswersAndHolds);
        }

        var action = await TestAction.Start(node, town, radius: 300);
        await PhoneNetwork.Until("both trunks are full", () => action.Calls.Count(call => call.Answered && !call.Over) == 7);
        Assert.Equal(3, action.Calls.Count(call => call.Carrier == "first"));
        Assert.Equal(4, action.Calls.Count(call => call.Carrier == "second"));

        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.Answers);
        }

        foreach (var call in action.Calls)
        {
            node.Phones.HangUp(call);
        }

        await action.UntilComplete();
        await action.ShouldBeSound(20);
    }

    [Theory]
    [InlineData(CallEnd.Rejected)]
    [InlineData(CallEnd.NoResponse)]
    [InlineData(CallEnd.ConnectionFailed)]
    public async Task Trunk_Fails_RestsAndItsWorkMovesOn(CallEnd how)
    {
        await using var node = await TestNode.Start(TestNode.Limits("first", 10), TestNode.Limits("second", 10));
        node.Phones.Fail("first", how);
        var town = await Town.Found(node, people: 60, outTo: 240);
        var action = await TestAction.Start(node, town, radius: 300);
        await action.UntilComplete();

        Assert.All(town.Residents, resident => Assert.Single(resident.Phone.Calls, call => call.Answered));
        Assert.All(action.Calls.Where(call => call.Answered), call => Assert.Equal("second", call.Carrier));
        await action.ShouldBeSound(60);
    }

    [Fact]
    public async Task Trunks_AllRest_DeliveriesWaitAndAreCalledWhenOneTakesCallsAgain()
    {
        await using var node = await TestNode.Start(TestNode.Limits("first", 10), TestNode.Limits("second", 10));
        node.Phones.Fail("first", CallEnd.Rejected);
        node.Phones.Fail("second", CallEnd.NoResponse);
        var town = await Town.Found(node, people: 40, outTo: 240);
        var action = await TestAction.Start(node, town, radius: 300);
        await PhoneNetwork.Until("both were tried again by one call", () => Tried(action, "first") && Tried(action, "second"));
        Assert.Equal(0, (await action.Snapshot()).Progress.Done);

        node.Phones.Mend("second");
        await action.UntilComplete();
        Assert.Equal(40, (await action.Snapshot()).Progress.Heard);
        await action.ShouldBeSound(40);
    }

    [Fact]
    public async Task Prefix_Full_OthersAreCalledInTheirPlaceAndItsOwnOneAfterTheOther()
    {
        // The first nine phones of a network have numbers that begin alike.
        const string Prefix = "+319700000000";
        var carrier = TestNode.Limits("first", 12, ringSeconds: 30);
        carrier.Prefixes = [new PrefixLimit { Prefix = Prefix, Channels = 2 }];
        await using var node = await TestNode.Start(carrier);
        var town = await Town.Found(node, people: 30, outTo: 240);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.AnswersAndHolds);
        }

        var action = await TestAction.Start(node, town, radius: 300);
        await PhoneNetwork.Until("all lines are held, the limited ones' places by others", () => Live(action).Length == 12);
        await Eventually.Holds(
            "everybody was called, the limited ones as lines of theirs became free",
            async () =>
            {
                Assert.InRange(Live(action).Count(IsLimited), 0, 2);
                foreach (var call in Live(action))
                {
                    node.Phones.HangUp(call);
                }

                return (await action.Snapshot()).Progress.Complete;
            },
            TimeSpan.FromSeconds(30)
        );
        await action.ShouldBeSound(30);

        static bool IsLimited(PlacedCall call) => call.Call.Order.Number.StartsWith(Prefix, StringComparison.Ordinal);
        static PlacedCall[] Live(TestAction action) => [.. action.Calls.Where(call => call.Answered && !call.Over)];
    }

    [Fact]
    public async Task PracticeAction_LiveTrunkFree_NeverUsesIt()
    {
        await using var node = await TestNode.Start(
            TestNode.Limits("live", 20, practice: false),
            TestNode.Limits("training", 2),
            TestNode.Limits("training too", 2)
        );
        node.Phones.Fail("training", CallEnd.Rejected);
        var (practice, live) = (await Action(node, practice: true), await Action(node, practice: false));
        await practice.UntilComplete();
        await live.UntilComplete();

        Assert.True((await practice.Snapshot()).Practice);
        Assert.DoesNotContain(practice.Calls, call => call.Carrier == "live");
        Assert.All(live.Calls, call => Assert.Equal("live", call.Carrier));
        await practice.ShouldBeSound(12);
        await live.ShouldBeSound(12);
    }

    [Fact]
    public async Task Create_PracticeOrLiveNotSaid_IsRefusedWhereBothAreThere()
    {
        var restricted = TestNode.Limits("zwolle only", 5, practice: false);
        restricted.ControlRooms = ["zwolle"];
        await using var node = await TestNode.Start(restricted, TestNode.Limits("training", 5));
        var town = await Town.FoundAt(node, 50);

        Assert.Equal(ActionProblemCode.PracticeOrLive, (await Create(node, town, "zwolle", practice: null)).Problem?.Code);
        Assert.False((await Create(node, town, "zwolle", practice: false)).Action?.Practice);
        Assert.True((await Create(node, town, "deventer", practice: null)).Action?.Practice);
        Assert.Equal(ActionProblemCode.NoCarrier, (await Create(node, town, "deventer", practice: false)).Problem?.Code);
    }

    /// <summary>Whether a call left when a rest was over.</summary>
    private static bool Tried(TestAction action, string carrier)
    {
        var calls = action.Calls.Where(call => call.Carrier == carrier).Select(call => call.At).ToArray();
        return calls.Length > 1 && TimeProvider.System.GetElapsedTime(calls.Min(), calls.Max()) > TimeSpan.FromSeconds(0.9);
    }

    private static Task<ActionReply> Create(TestNode node, Town town, string room, bool? practice) =>
        node.Grains.GetGrain<IActionGrain>(Guid.NewGuid()).Create(TestAction.Act("draft", room), town.Draft(200, practice: practice));

    private static async Task<TestAction> Action(TestNode node, bool practice)
    {
        var town = await Town.Found(node, people: 12, outTo: 240);
        var action = new TestAction(Guid.NewGuid()).On(node);
        await action.Grain.Create(TestAction.Act("draft"), town.Draft(300, practice: practice));
        await action.Start();
        return action;
    }
}
