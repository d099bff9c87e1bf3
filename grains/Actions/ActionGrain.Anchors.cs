using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Holds the chains of the lanes in the action's own, so that none can be shortened or written anew without its heads, which are signed.</summary>
internal sealed partial class ActionGrain
{
    private Dictionary<int, long>? _anchored;
    private ActionStatus _anchoredIn;
    private long _anchoredAt = long.MinValue;

    /// <summary>Every so often, and at once when the action was stopped, paused or the like.</summary>
    private async Task AnchorIfDue()
    {
        if (
            _anchoredAt == long.MinValue
            || _anchoredIn != _state.Status
            || time.GetElapsedTime(_anchoredAt) >= options.Value.AnchorInterval
        )
        {
            await Anchor();
        }
    }

    /// <summary>Records how far the lanes are, as they told last; nothing where that stands already. What a lane told is stored.</summary>
    private async Task<ActionProblem?> Anchor()
    {
        (_anchoredAt, _anchoredIn) = (time.GetTimestamp(), _state.Status);
        _anchored ??= _state.ReadAnchors();
        LaneHeadData[] heads =
        [
            .. _totals
                .Values.Where(lane => lane.LogSequence > _anchored.GetValueOrDefault(lane.Lane))
                .OrderBy(lane => lane.Lane)
                .Select(lane => new LaneHeadData(lane.Lane, lane.LogSequence, Convert.ToHexStringLower(lane.LogHead.Span))),
        ];
        if (heads.Length == 0)
        {
            return null;
        }

        var problem = await Append(ActionEventType.Anchored, new AnchoredData(heads), new Actor(_state.ControlRoom, SystemActor));
        if (problem is null && _anchored is { } anchored)
        {
            Array.ForEach(heads, head => anchored[head.Lane] = head.Sequence);
        }

        return problem;
    }
}
