using Burgernet.Dialing;
using Burgernet.Tests.Scenarios.Nodes;
using Burgernet.Tests.Scenarios.Phones;
using Xunit;

namespace Burgernet.Tests.Scenarios.Actions;

/// <summary>The store fails at every place that there is: before a write, or after it with its reply lost.</summary>
public sealed class StoreFaultScenarios(SharedNode shared)
{
    private const int People = 12;

    private readonly TestNode _node = shared.Node;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 4)]
    [InlineData(true, 4)]
    public async Task Store_FailsAtAnyWrite_EveryoneEndsWithOneResultAndNobodyAnswersTwice(bool afterwards, int count)
    {
        // One action for each n, all at once. How many writes an action has depends on how much goes into one.
        var failed = await Task.WhenAll(Enumerable.Range(1, 30).Select(n => Run(n, count, afterwards)));
        Assert.InRange(failed.Count(happened => happened), 15, 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_FailsWhileStopping_EveryoneStillEndsWithOneResult(bool afterwards) =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => RunStopped(n, afterwards)));

    /// <summary>An action whose writes fail from the given one on; returns whether one did.</summary>
    private async Task<bool> Run(int first, int count, bool afterwards)
    {
        var town = await Town.Found(_node, people: People, outTo: 900);
        var action = new TestAction(Guid.NewGuid()).On(_node);
        _node.Faults.Fail(action.Id, first, count, afterwards);
        await action.Create(town, radius: 1_000);
        await action.Start();
        await action.UntilComplete();
        await action.ShouldBeSound(People);
        return _node.Faults.Writes(action.Id) >= first;
    }

    private async Task RunStopped(int first, bool afterwards)
    {
        var town = await Town.Found(_node, people: People, outTo: 900);
        town.Residents[0].Phone.Is(PhoneHabit.RingsOn);
        town.Residents[1].Phone.Is(PhoneHabit.AnswersAndHolds);
        var action = await TestAction.Start(_node, town, radius: 1_000);
        await action.Until("all are selected", snapshot => snapshot.Progress.SelectionComplete);
        await town.Residents[0].Phone.ShouldRing();
        await town.Residents[1].Phone.ShouldBeAnswered();
        _node.Faults.Fail(action.Id, 1 + first, 3, afterwards);
        Assert.Null((await action.Stop()).Problem);
        var placed = action.Calls.Count;
        await action.Until("the stop is stored", snapshot => snapshot.Status == Burgernet.Actions.ActionStatus.Stopped);
        town.Residents[1].Phone.HangUp();
        await action.UntilComplete();

        Assert.Equal(placed, action.Calls.Count);
        await action.ShouldBeSound(People);
        Assert.Contains(DeliveryResult.Heard, (await action.Snapshot()).Progress.Results.Keys);
    }
}
