using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Whether an action may be closed. Pure.</summary>
internal static class ClosePolicy
{
    /// <summary>Why not, or null.</summary>
    /// <param name="status">Its state.</param>
    /// <param name="counts">What its tables hold.</param>
    /// <param name="lanes">What its lanes hold.</param>
    public static ActionProblem? Problem(ActionStatus status, DeliveryCounts counts, IReadOnlyCollection<LaneTotals> lanes) =>
        counts.WithoutOutcome > 0 ? new ActionProblem(ActionProblemCode.OutcomeMissing, status, Value: counts.WithoutOutcome)
        : status is ActionStatus.Stopped && counts.Contacted > 0
            ? new ActionProblem(ActionProblemCode.OutcomeMissing, status, Value: counts.Contacted)
        : !ActionLifeCycle.Allows(status, ActionEventType.Closed) ? new ActionProblem(ActionProblemCode.NotInThisState, status)
        : IsWhole(counts, lanes) ? null
        : new ActionProblem(ActionProblemCode.NotReconciled, status);

    /// <summary>Everyone whom the lanes selected has a row, no row is missing or left over, and each that ended has one of the fixed results.</summary>
    private static bool IsWhole(DeliveryCounts counts, IReadOnlyCollection<LaneTotals> lanes) =>
        counts.People == lanes.Sum(lane => lane.Selected)
        && counts.Deliveries == lanes.Sum(lane => lane.Deliveries)
        && counts.Deliveries == counts.Results.Values.Sum()
        && counts.Results.Keys.All(Enum.IsDefined);
}
