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

    public Task<ActionSummaryPage> ListActions(string? after, int limit, ActionStatus[]? statuses = null)
    {
        var asked = statuses is null or [] ? _actions : _actions.FindAll(action => statuses.Contains(action.Status));
        var (rows, next) = FakePages.Of(asked.Count, after, limit);
        return Task.FromResult(new ActionSummaryPage([.. rows.Select(row => asked[row])], next));
    }
}
