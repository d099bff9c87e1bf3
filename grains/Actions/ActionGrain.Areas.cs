using Burgernet.Actions;
using Burgernet.Cells;

namespace Burgernet.Grains.Actions;

/// <summary>Areas that cells alone say too little about.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>
    /// Exclusions and target groups may leave nobody of an area that people live in: that is refused, as an empty area is. Whatever the hour, for a draft may wait;
    /// an area of one form for everyone is not searched.
    /// </summary>
    private async Task<ActionProblem?> NobodyLeft(ActionDraft draft, MessageReach reach)
    {
        if (draft.TargetGroups.Count == 0 && draft.Area is not AreaWithout)
        {
            return null;
        }

        var query = new CellQuery
        {
            Area = draft.Area,
            From = draft.IncidentPoint,
            Channels = reach.Any,
            TargetGroups = TargetGroup.MaskOf(draft.TargetGroups),
        };
        await foreach (var _ in search.Run(query))
        {
            return null;
        }

        return new ActionProblem(ActionProblemCode.AreaWithoutParticipants);
    }
}
