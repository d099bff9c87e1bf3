using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Grains.Kinds;

namespace Burgernet.Grains.Actions;

/// <summary>How the area of an action grows: by a dispatcher, or by itself. An expansion is stored before anybody is looked for.</summary>
internal sealed partial class ActionGrain
{
    public async Task<ActionReply> Expand(Act act, Expansion expansion)
    {
        if ((await ReadyFor(act, ActionEventType.Expanded)) is { } answer)
        {
            return answer;
        }

        var area = AreaOf(expansion);
        var (survey, problem) = await Check(area, expansion.ConfirmedPeople);
        return problem is not null ? new ActionReply(null, problem)
            : await Grow(area, survey!, act.Actor, act, expansion.ConfirmedPeople) is { } unstored ? new ActionReply(null, unstored)
            : Accepted();
    }

    public async Task<EstimateReply> EstimateExpansion(string controlRoom, Expansion expansion)
    {
        if (Unknown(controlRoom) is { } unknown)
        {
            return new EstimateReply(null, unknown.Problem);
        }

        if (!ActionLifeCycle.Allows(Status, ActionEventType.Expanded))
        {
            return new EstimateReply(null, new ActionProblem(ActionProblemCode.NotInThisState, Status));
        }

        var area = AreaOf(expansion);
        var (_, problem) = await Check(area, int.MaxValue);
        return problem is not null
            ? new EstimateReply(null, problem)
            : new EstimateReply(
                // Those who wait already are called before.
                await OfArea(_state.Waves.NewIn(area), time.GetUtcNow(), [.. await WaitingElsewhere(), (_state.Urgency, Waiting)])
            );
    }

    public async Task<ActionReply> PlanExpansion(Act act, ExpansionPlan plan)
    {
        if ((await ReadyFor(act, ActionEventType.ExpansionPlanned)) is { } answer)
        {
            return answer;
        }

        var center = _state.Draft.IncidentPoint.ToPoint();
        if ((plan.StartRadiusMetres ?? _state.Waves.CircleAround(center)) is not { } start)
        {
            return Refused(ActionProblemCode.NoRadiusToStartFrom);
        }

        if (plan.LargestRadiusMetres <= start)
        {
            return new ActionReply(
                null,
                new ActionProblem(ActionProblemCode.RadiusNotLarger, _state.Status, plan.LargestRadiusMetres, start)
            );
        }

        var (_, problem) = await Check(new CircleArea(center, plan.LargestRadiusMetres), plan.ConfirmedPeople);
        if (problem is not null)
        {
            return new ActionReply(null, problem);
        }

        var data = new ExpansionPlannedData(plan.SpeedKmh, start, plan.LargestRadiusMetres, act.Reason, plan.ConfirmedPeople);
        return await Append(ActionEventType.ExpansionPlanned, data, act.Actor, act) is { } unstored
            ? new ActionReply(null, unstored)
            : Awake();
    }

    public async Task<ActionReply> EndExpansionPlan(Act act)
    {
        if ((await ReadyFor(act, ActionEventType.ExpansionPlanEnded)) is { } answer)
        {
            return answer;
        }

        if (_state.Waves.Plan is null)
        {
            return Refused(ActionProblemCode.NoExpansionPlan);
        }

        var data = new ExpansionPlanEndedData(_state.Waves.PlanRadius, Completed: false, act.Reason);
        return await Append(ActionEventType.ExpansionPlanEnded, data, act.Actor, act) is { } unstored
            ? new ActionReply(null, unstored)
            : Accepted();
    }

    /// <summary>Makes the ring that is due, if one is.</summary>
    private async Task GrowIfDue()
    {
        if (Status != ActionStatus.Active || _state.Waves.Plan is not var (plan, plannedAt))
        {
            return;
        }

        var system = new Actor(_state.ControlRoom, SystemActor);
        if (_state.Waves.PlanRadius >= plan.LargestRadiusMetres)
        {
            await Append(ActionEventType.ExpansionPlanEnded, new ExpansionPlanEndedData(_state.Waves.PlanRadius, Completed: true), system);
            return;
        }

        var radius = ExpandRing.RadiusAt(plan, plannedAt, time.GetUtcNow());
        if (radius > _state.Waves.PlanRadius)
        {
            var circle = new CircleArea(_state.Draft.IncidentPoint.ToPoint(), radius);

            // A ring in which nobody lives stands in the dossier all the same: the area was enlarged.
            await Grow(circle, await SurveyNew(circle), system, ring: true);
        }
    }

    /// <summary>Whether an act may be looked at: the answer to it where it may not, or was done before.</summary>
    private async Task<ActionReply?> ReadyFor(Act act, string type)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        return Unknown(act.Actor.ControlRoom)
            ?? Repeated(act, type)
            ?? (ActionLifeCycle.Allows(Status, type) ? null : Refused(ActionProblemCode.NotInThisState));
    }

    private Area AreaOf(Expansion expansion) =>
        expansion.Area ?? new CircleArea(_state.Draft.IncidentPoint.ToPoint(), expansion.RadiusMetres ?? 0);

    /// <summary>An area against the policy that the action was started under, and against what it adds: an expansion that reaches nobody is a mistake.</summary>
    private async Task<(AreaSurvey? Survey, ActionProblem? Problem)> Check(Area area, int? confirmedPeople)
    {
        var policy = kinds.Of(_state.Draft.Kind);
        if (StartPolicy.OfArea(policy, SphereArea.Of(area)) is { } tooLarge)
        {
            return (null, tooLarge);
        }

        var survey = await SurveyNew(area);
        if (survey.Problem is { Code: not ActionProblemCode.AreaWithoutParticipants } unusable)
        {
            return (null, unusable);
        }

        var people = survey.Residents == 0 ? 0 : (await CountPeople(_state.Waves.NewIn(area), time.GetUtcNow())).People;
        return people == 0
            ? (null, new ActionProblem(ActionProblemCode.NobodyAdded))
            : (survey, StartPolicy.OfPeople(policy, new StartTerms(confirmedPeople), people));
    }

    private Task<AreaSurvey> SurveyNew(Area area) =>
        AreaSurvey.Of(_state.Waves.NewIn(area), _state.Draft.IncidentPoint.ToPoint(), options.Value.MostCells, GrainFactory);

    private async Task<ActionProblem?> Grow(
        Area area,
        AreaSurvey survey,
        Actor actor,
        Act? act = null,
        int? confirmedPeople = null,
        bool? ring = null
    )
    {
        if (!_lanesAsked)
        {
            // Figures come from the lanes again from now on, not from the end of the wave before.
            await AskLanes();
        }

        if (
            await Append(
                ActionEventType.Expanded,
                state =>
                    ActionEventData.Write(
                        new ExpandedData(
                            state.Waves.All.Count + 1,
                            AreaData.Of(area),
                            survey.Cells,
                            survey.Populated,
                            survey.Residents,
                            act?.Reason,
                            confirmedPeople,
                            ring
                        )
                    ),
                actor,
                act
            ) is
            { } problem
        )
        {
            return problem;
        }

        _ = Awake();
        return null;
    }

    private ActionReply Awake()
    {
        _registeredAt = long.MinValue;
        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }
}
