using Burgernet.Actions;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

public sealed class UrgencyScenarios
{
    private const int Lines = 4;
    private const int Freed = 40;

    /// <summary>All lines are held; the test frees them one by one and looks who is called next.</summary>
    [Fact]
    public async Task Urgent_BesideABigOne_GetsEveryFreedLineButOneInTwenty()
    {
        await using var node = await TestNode.Start(channels: Lines, ringSeconds: 30);
        var big = await Start(node, people: 60, ActionKind.Theft);
        await PhoneNetwork.Until("the big action has all lines", () => big.Calls.Count(call => call.Answered) == Lines);

        var urgent = await Start(node, people: 60, ActionKind.MissingChild);
        await urgent.Until("it has selected", snapshot => snapshot.Progress.SelectionComplete);
        for (var freed = 1; freed <= Freed; freed++)
        {
            node.Phones.HangUp(Live(big, urgent).First());
            await PhoneNetwork.Until(
                $"all lines are held again after {freed} were freed",
                () => Live(big, urgent).Count(call => call.Answered) == Lines
            );
        }

        Assert.InRange(urgent.Calls.Count, Freed * 19 / 20 - 1, Freed - 1);
        Assert.InRange(big.Calls.Count - Lines, 1, (Freed / 20) + 1);
    }

    private static async Task<TestAction> Start(TestNode node, int people, ActionKind kind)
    {
        var town = await Town.Found(node, people, outTo: 240);
        foreach (var resident in town.Residents)
        {
            resident.Phone.Is(PhoneHabit.AnswersAndHolds);
        }

        return await TestAction.Start(node, town, radius: 300, kind);
    }

    private static IEnumerable<PlacedCall> Live(params TestAction[] actions) =>
        actions.SelectMany(action => action.Calls).Where(call => !call.Over).OrderBy(call => call.Order);
}
