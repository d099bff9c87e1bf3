using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Stop, pause and resume. A halt is told first and stored without waiting for the answers: no attempt that could be held back waits for a disk.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>Nobody who orders a halt waits longer for it to be told and stored: by then no dialer has permission any more, and both are repeated.</summary>
    private static readonly TimeSpan HaltPatience = TimeSpan.FromSeconds(1);

    private readonly PendingHalts _halts = new();

    /// <summary>The halt that not every dialer was told yet, as far as is known, and the last epoch in which there was permission before it.</summary>
    private (Halt Halt, int ThroughEpoch)? _untold;

    public Task<ActionReply> Stop(Act act, CallsUnderWay calls = CallsUnderWay.Finish) =>
        Take(new Halt(ActionEventType.Stopped, act, calls, HashChain.Now(time)));

    public Task<ActionReply> Pause(Act act, CallsUnderWay calls = CallsUnderWay.Finish) =>
        Take(new Halt(ActionEventType.Paused, act, calls, HashChain.Now(time)));

    public async Task<ActionReply> Resume(Act act)
    {
        if (await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if ((Unknown(act.Actor.ControlRoom) ?? Repeated(act, ActionEventType.Resumed)) is { } answer)
        {
            return answer;
        }

        // A pause that is not stored yet goes before: who resumes must not be overtaken by it.
        await StoreHalts();
        if (_halts.Any && !_halts.Stopping)
        {
            return Refused(ActionProblemCode.StoreUnavailable);
        }

        if (!ActionLifeCycle.Allows(Status, ActionEventType.Resumed))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        if (
            await Append(
                ActionEventType.Resumed,
                state => ActionEventData.Write(new ResumedData(state.Epoch + 1, act.Reason)),
                act.Actor,
                act
            ) is
            { } problem
        )
        {
            return new ActionReply(null, problem);
        }

        _untold = null;
        _registeredAt = long.MinValue;
        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }

    /// <summary>The state that it is in, whether that is stored or not.</summary>
    private ActionStatus Status => _halts.After(_state.Status);

    private async Task<ActionReply> Take(Halt halt)
    {
        // What is in memory is enough for a yes: a halt waits for no store. A no is looked at again.
        if (!ActionLifeCycle.Allows(Status, halt.Type) && await Refresh() is { } unread)
        {
            return new ActionReply(null, unread);
        }

        if ((Unknown(halt.Act.Actor.ControlRoom) ?? Repeated(halt.Act, halt.Type)) is { } answer)
        {
            return answer;
        }

        var (repeated, reused) = _halts.Check(halt.Act, halt.Type);
        if (repeated || reused is not null)
        {
            // Accepted before, and told to everyone; the store has not taken it yet.
            return reused is null ? Accepted(repeated: true) : new ActionReply(null, reused);
        }

        if (!ActionLifeCycle.Allows(Status, halt.Type))
        {
            return Refused(ActionProblemCode.NotInThisState);
        }

        _halts.Add(halt);
        _untold = (halt, _state.Epoch);
        Herald();
        await Wait(Task.WhenAll(Tell(), StoreHalts()));
        KeepHouse();
        _ = Housekeep();
        return Accepted();
    }

    /// <summary>Waits for a halt to be told and stored, as long as its patience lasts. What is not done by then goes on: a dialer may stand still, and the store say nothing.</summary>
    private async Task Wait(Task halting)
    {
        try
        {
            await halting.WaitAsync(HaltPatience, time);
        }
        catch (TimeoutException)
        {
            LogNotSettled(logger, _state.Id, (int)HaltPatience.TotalMilliseconds);
        }
    }

    /// <summary>Tells all dialers, over all its carriers, to start nothing more and to end what the halt ends. Repeated until it came through.</summary>
    private async Task Tell()
    {
        if (_untold is not var (halt, through))
        {
            return;
        }

        try
        {
            var cut = halt.Calls == CallsUnderWay.Cut;
            await Task.WhenAll(Carriers.Select(carrier => carrier.StopAction(_state.Id, through, cut, halt.Meaning)));
            _untold = ReferenceEquals(_untold?.Halt, halt) ? null : _untold;
        }
        catch (Exception exception)
        {
            // Whatever the reason: dialers that were not told lose their permission within 750 ms, and what rings there is ended at the next turn.
            LogNotTold(logger, exception, _state.Id, halt.Type);
        }
    }

    private async Task StoreHalts()
    {
        while (_halts.First is { } halt)
        {
            var problem = await Append(halt.Type, state => halt.Data(state.Epoch + 1), halt.Act.Actor, halt.Act);
            if (problem is { Code: not ActionProblemCode.NotInThisState })
            {
                return;
            }

            if (problem is not null)
            {
                // Another activation was faster: it stands in the dossier what the action is now.
                LogOvertaken(logger, _state.Id, halt.Type, _state.Status);
            }

            _halts.Remove(halt);
        }
    }
}
