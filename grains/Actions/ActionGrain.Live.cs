using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>What others see of an action while it goes on. Nothing here holds it up, and nothing must arrive: whoever watches also asks.</summary>
internal sealed partial class ActionGrain
{
    private static readonly TimeSpan TellingInterval = TimeSpan.FromMilliseconds(250);

    private IGrainTimer? _teller;
    private ActionPulse? _told;
    private long _toldAt = long.MinValue;
    private bool _telling;
    private bool _tellAgain;

    public async Task<FollowReply> Follow(string controlRoom, long after, int limit)
    {
        // Somebody knows of more than this activation does: another one recorded it.
        _stale |= after > _state.Sequence;
        await Refresh();
        return Unknown(controlRoom) is { } unknown
            ? new FollowReply(null, [], unknown.Problem)
            : new FollowReply(Pulse(), [.. _state.EventsAfter(after).Take(limit).Select(LiveEntry.Of)]);
    }

    private ActionPulse Pulse()
    {
        var now = time.GetUtcNow();
        return new ActionPulse
        {
            Id = _state.Id,
            ControlRoom = _state.ControlRoom,
            At = now,
            Status = Status,
            Sequence = _state.Sequence,
            Progress = _state.ToProgress(_totals.Values),
            QuietUntil = _halts.Any ? null : _state.QuietUntil(now),
            IsOver = ActionLifeCycle.IsFinal(_state.Status),
        };
    }

    private void Recorded()
    {
        herald.Recorded(_state.ControlRoom, _state.Id, _state.Sequence);
        Herald();
    }

    /// <summary>Tells at once what changed, or a quarter of a second after the time before.</summary>
    private void Herald()
    {
        if (!_state.Exists)
        {
            return;
        }

        if (_telling)
        {
            _tellAgain = true;
            return;
        }

        var wait = _toldAt == long.MinValue ? TimeSpan.Zero : TellingInterval - time.GetElapsedTime(_toldAt);
        if (wait <= TimeSpan.Zero)
        {
            _ = HeraldNow();
        }
        else if (!_state.Running)
        {
            // Nobody comes by here again; of one that runs the housekeeping does.
            _telling = true;
            _teller ??= this.RegisterGrainTimer(
                static (action, _) => action.HeraldNow(),
                this,
                new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true }
            );
            _teller.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task HeraldNow()
    {
        _telling = true;
        try
        {
            var pulse = Pulse();
            if (_told is null || !pulse.SaysTheSameAs(_told))
            {
                _toldAt = time.GetTimestamp();
                await herald.Tell(pulse);
                _told = pulse;
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is a hint.
            LogNotTold(logger, exception, _state.Id);
        }
        finally
        {
            _telling = false;
        }

        if (_tellAgain)
        {
            _tellAgain = false;
            Herald();
        }
    }
}
