using Burgernet.Actions;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Areas that grow.</summary>
internal sealed partial class FakeActionGrain
{
    public Task<ActionReply> Expand(Act act, Expansion expansion) =>
        expansion.RadiusMetres > 9_000
            ? Task.FromResult(Refuse(ActionProblemCode.NobodyAdded))
            : Once(
                act,
                () =>
                    _action! with
                    {
                        Waves =
                        [
                            new ActionWave(1, WaveKind.Start, Moment, "anna", _action.Area, 3),
                            new ActionWave(2, WaveKind.Expansion, Moment, act.Actor.Dispatcher, expansion.Area ?? _action.Area, null),
                        ],
                    }
            );

    public Task<EstimateReply> EstimateExpansion(string controlRoom, Expansion expansion) => Estimate(controlRoom);

    public Task<ActionReply> PlanExpansion(Act act, ExpansionPlan plan) =>
        Once(
            act,
            () =>
                _action! with
                {
                    ExpansionPlan = new PlannedExpansion(
                        plan.SpeedKmh,
                        plan.LargestRadiusMetres,
                        plan.StartRadiusMetres ?? 500,
                        Moment.AddMinutes(3)
                    ),
                }
        );

    public Task<ActionReply> EndExpansionPlan(Act act) =>
        _action?.ExpansionPlan is null
            ? Task.FromResult(Refuse(ActionProblemCode.NoExpansionPlan))
            : Once(act, () => _action with { ExpansionPlan = null });
}
