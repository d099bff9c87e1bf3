namespace Burgernet.Grains.Actions;

/// <summary>What is measured of an action.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>When it was started by this activation, until the first phone rang; an activation that found it started cannot know whether one has.</summary>
    private DateTimeOffset? _ringsSince;

    private long _unanchoredAt = long.MinValue;

    public ValueTask Rang(DateTimeOffset at)
    {
        if (_ringsSince is { } since)
        {
            _ringsSince = null;
            instruments.Rang(at > since ? at - since : TimeSpan.Zero);
        }

        return ValueTask.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        instruments.Gone(this.GetPrimaryKey());
        return Task.CompletedTask;
    }

    private void Measure()
    {
        if (!_state.Awake)
        {
            instruments.Gone(_state.Id);
            return;
        }

        var waiting = Waiting;
        var due =
            Calls && _state.QuietUntil(time.GetUtcNow()) is null
                ? waiting - Math.Min(waiting, _totals.Values.Sum(lane => lane.Deferred))
                : 0;
        instruments.Stands(
            _state.Id,
            new ActionStanding(Status, due, waiting - due, _totals.Values.Sum(lane => lane.UnderWay), AnchorLag())
        );
    }

    private TimeSpan AnchorLag()
    {
        if (_totals.Values.All(lane => lane.LogSequence <= (_anchored?.GetValueOrDefault(lane.Lane) ?? 0)))
        {
            _unanchoredAt = long.MinValue;
            return TimeSpan.Zero;
        }

        if (_unanchoredAt == long.MinValue)
        {
            _unanchoredAt = time.GetTimestamp();
        }

        return time.GetElapsedTime(_unanchoredAt);
    }
}
