using Burgernet.Actions;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>A control room's actions in memory. Key: the control room's id.</summary>
internal sealed class FakeControlRoomGrain : Grain, IControlRoomGrain, IFakeActionList
{
    private readonly List<ActionSummary> _actions = [];

    public Task Add(ActionSummary action)
    {
        _actions.Insert(0, action);
        return Task.CompletedTask;
    }

    public Task<ActionSummaryPage> ListActions(string? after, int limit)
    {
        var (rows, next) = FakePages.Of(_actions.Count, after, limit);
        return Task.FromResult(new ActionSummaryPage([.. rows.Select(row => _actions[row])], next));
    }
}
