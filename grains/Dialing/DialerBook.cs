using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>The actions, lanes and calls of a dialer in memory. No I/O.</summary>
internal sealed class DialerBook
{
    private readonly Dictionary<Guid, DialerAction> _actions = [];
    private readonly Dictionary<Guid, DialedAttempt> _alone = [];

    public IEnumerable<DialerAction> Actions => _actions.Values;

    /// <summary>What is under way: calls that hold a line, SMS that have no answer.</summary>
    public int LiveCalls { get; private set; }

    /// <summary>Whether a call is not stored as ended, or a pull is under way.</summary>
    public bool Busy => _alone.Count > 0 || _actions.Values.Any(action => action.Lanes.Any(lane => lane.CallCount > 0 || lane.Pulling));

    /// <summary>Starts reserved for pulls under way.</summary>
    public int Reserved => _actions.Values.Sum(action => action.Lanes.Sum(lane => lane.Reserved));

    /// <summary>Of those, how many will be calls for certain.</summary>
    public int Promised => _actions.Values.Sum(action => action.Lanes.Sum(lane => lane.Promised));

    public DialerAction? Find(Guid actionId) => _actions.GetValueOrDefault(actionId);

    public IEnumerable<DialedAttempt> AllCalls =>
        _actions.Values.SelectMany(action => action.Lanes).SelectMany(lane => lane.Calls).Concat(_alone.Values);

    /// <summary>Takes over what the carrier wants done.</summary>
    /// <returns>Actions that are new here, and those that are finished here.</returns>
    public (List<DialerAction> Added, List<DialerAction> Removed) TakeWork(CarrierWork[] work)
    {
        var added = new List<DialerAction>();
        foreach (var wanted in work)
        {
            if (!_actions.ContainsKey(wanted.ActionId))
            {
                var action = new DialerAction(wanted);
                _actions.Add(wanted.ActionId, action);
                added.Add(action);
            }
        }

        foreach (var action in _actions.Values)
        {
            action.Wanted = Array.Exists(work, wanted => wanted.ActionId == action.ActionId);
        }

        // What a pull brings must be found here: a call of a forgotten action would hold its line for ever.
        var removed = _actions
            .Values.Where(action => !action.Wanted && action.CallCount == 0 && !Array.Exists(action.Lanes, lane => lane.Pulling))
            .ToList();
        removed.ForEach(action => _actions.Remove(action.ActionId));
        return (added, removed);
    }

    /// <summary>A call is placed.</summary>
    public void Placed(DialerLane lane, DialedAttempt call)
    {
        lane.Add(call);
        LiveCalls += call.Weight;
    }

    /// <summary>A call is placed that stands in no lane.</summary>
    public void PlacedAlone(DialedCall call)
    {
        _alone.Add(call.Nonce, call);
        LiveCalls++;
    }

    /// <summary>Forgets a call that stood in no lane and has ended.</summary>
    public void ForgetAlone(DialedCall call) => _alone.Remove(call.Nonce);

    /// <summary>Takes in a piece of news; of calls that are over or forgotten it changes nothing.</summary>
    /// <returns>The limited prefix of a call that has ended by it, or null.</returns>
    public string? Apply(in VoiceCallNews news)
    {
        if (Find(news.Call, news.Call.Order.Nonce) is not DialedCall { Ended: false } call)
        {
            return null;
        }

        call.Apply(news);
        return Ending(call);
    }

    /// <summary>The same of a text.</summary>
    public string? Apply(in MessageNews news)
    {
        if (Find(news.Message, news.Message.Order.Nonce) is not DialedText { Ended: false } text)
        {
            return null;
        }

        text.Apply(news);
        return Ending(text);
    }

    private DialedAttempt? Find(ClaimedAttempt attempt, Guid nonce) =>
        _alone.GetValueOrDefault(nonce) ?? Find(attempt.ActionId)?.Lanes[attempt.Lane].Find(nonce);

    private string? Ending(DialedAttempt attempt)
    {
        LiveCalls -= attempt.Ended ? attempt.Weight : 0;
        return attempt.Ended ? attempt.Prefix : null;
    }
}
