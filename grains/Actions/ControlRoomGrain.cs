using Burgernet.Actions;
using Orleans.Concurrency;

namespace Burgernet.Grains.Actions;

/// <summary>Key: the control room's id. Holds nothing; any number may read at once.</summary>
[GrainType("control-room")]
[StatelessWorker]
internal sealed class ControlRoomGrain(IActionStore store) : Grain, IControlRoomGrain
{
    public Task<ActionSummaryPage> ListActions(string? after, int limit, ActionStatus[]? statuses = null) =>
        store.List(this.GetPrimaryKeyString(), after, limit, statuses ?? []);
}
