using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Closing with a result, and putting away.</summary>
internal sealed partial class ActionGrain
{
    public async Task<ActionReply> Close(Act act, CloseTerms terms)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if ((Unknown(act.Actor.ControlRoom) ?? Repeated(act, ActionEventType.Closed)) is { } answer)
        {
            return answer;
        }

        await StoreHalts();
        if (_halts.Any)
        {
            return Refused(ActionProblemCode.StoreUnavailable);
        }

        if (_state.Status is ActionStatus.Draft or ActionStatus.Closed or ActionStatus.Archived)
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        var (status, messages) = (_state.Status, _state.Messages.Next);
        var counts = await lanes.CountDeliveries(_state.Id, _state.Messages.Outcome?.Number);
        await AskLanes();
        if (ClosePolicy.Problem(status, counts, _totals.Values) is { } problem)
        {
            if (problem.Code == ActionProblemCode.NotReconciled)
            {
                LogNotReconciled(logger, _state.Id, counts.People, counts.Deliveries, _totals.Values.Sum(lane => lane.Deliveries));
            }

            return new ActionReply(null, problem);
        }

        var data = new ClosedData(
            terms.Result,
            act.Reason,
            terms.ExpireOpenOutcomes,
            counts.People,
            counts.Contacted,
            counts.Deliveries,
            counts.Results.GetValueOrDefault(DeliveryResult.None),
            counts.Results.Where(result => result.Key != DeliveryResult.None).OrderBy(result => result.Key).ToDictionary()
        );
        var refusal = await Append(
            ActionEventType.Closed,
            data,
            act.Actor,
            act,
            still: state => state.Status == status && state.Messages.Next == messages
        );
        if (refusal is not null)
        {
            return new ActionReply(null, refusal);
        }

        _lanesStoppedAt = long.MinValue;
        if (_state.Running)
        {
            KeepHouse();
            _ = Housekeep();
        }

        return Accepted();
    }

    public async Task<ActionReply> Archive(Act act)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if ((Unknown(act.Actor.ControlRoom) ?? Repeated(act, ActionEventType.Archived)) is { } answer)
        {
            return answer;
        }

        if (!ActionLifeCycle.Allows(Status, ActionEventType.Archived))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        if (_state.Running)
        {
            var progress = _state.ToProgress(_totals.Values);
            return new ActionReply(
                null,
                new ActionProblem(ActionProblemCode.OutcomesOpen, Status, Value: progress.Deliveries - progress.Done)
            );
        }

        var problem = await Append(ActionEventType.Archived, new ArchivedData(act.Reason), act.Actor, act);
        return problem is null ? Accepted() : new ActionReply(null, problem);
    }
}
