using Burgernet.Actions;
using Burgernet.CallBacks;
using Burgernet.Dialing;
using Burgernet.Grains.CallBacks;
using Burgernet.Participants;

namespace Burgernet.Grains.Actions;

/// <summary>Who calls back hears what the action has to say now, and that stands in the dossier.</summary>
internal sealed partial class ActionGrain
{
    /// <summary>Call-backs whose lane may have changed while their event is not stored: nothing is summed up meanwhile.</summary>
    private int _callBacksOpen;

    public async Task<CallBackMessage?> MessageForCaller(Guid participantId, Language language)
    {
        if (!_state.Exists || !ActionLifeCycle.Allows(_state.Status, ActionEventType.CalledBack))
        {
            return null;
        }

        // What goes by text alone cannot be heard.
        var latest = _state.Messages.All.LastOrDefault(message => message.Spoken.Count > 0)?.Number ?? 1;
        return await ReadMessage(language, latest) is { } message ? new CallBackMessage(latest, message) : null;
    }

    public async Task<bool> CalledBack(CallBackHeard heard)
    {
        var act = CallBackAct("call-back", heard.Call);
        if (!await MayTakeCallBack(ActionEventType.CalledBack))
        {
            return false;
        }

        if (_state.Check(act, ActionEventType.CalledBack).Repeated)
        {
            return true;
        }

        _callBacksOpen++;
        try
        {
            var isComplete = _state.WaveCompleted;
            var confirmed = CallBackPolicy.HasMessage(heard);
            var reply = confirmed ? await LaneOf(heard.ParticipantId).CalledBack(heard) : null;
            if (reply is not null)
            {
                await TakeIn(reply.Totals);
            }

            var data = new CalledBackData(
                heard.Call,
                heard.ParticipantId,
                heard.Message,
                heard.PlayedMilliseconds,
                confirmed,
                isComplete ? reply?.Replaced : null,
                isComplete && reply is { Contacted: true } ? true : null
            );
            var stored = Stored(await Append(ActionEventType.CalledBack, data, act.Actor, act));
            if (!_state.Running)
            {
                // Nobody else holds the lane's new entry any more.
                await Anchor();
            }

            return stored;
        }
        finally
        {
            _callBacksOpen--;
        }
    }

    public async Task<bool> CallBackEnded(CallBackEnd end)
    {
        if (!await MayTakeCallBack(ActionEventType.CallBackEnded))
        {
            return false;
        }

        var act = CallBackAct("call-back-end", end.Call);
        var data = new CallBackEndedData(end.Call, end.ParticipantId, end.Ending, (int)end.Conversation.TotalSeconds);
        return Stored(await Append(ActionEventType.CallBackEnded, data, act.Actor, act));
    }

    private static bool Stored(ActionProblem? problem) =>
        problem is null ? true : throw new StoreUnavailableException("The call-back could not be stored");

    private Act CallBackAct(string what, Guid call) => new(new Actor(_state.ControlRoom, SystemActor), $"{what}:{call:N}", "");

    private async Task<bool> MayTakeCallBack(string happening)
    {
        if (await Refresh() is not null)
        {
            throw new StoreUnavailableException("The action could not be read");
        }

        return _state.Exists && ActionLifeCycle.Allows(_state.Status, happening);
    }

    private ILaneGrain LaneOf(Guid participantId) =>
        GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(_state.Id, LaneKey.LaneOf(participantId, _state.Lanes)));
}
