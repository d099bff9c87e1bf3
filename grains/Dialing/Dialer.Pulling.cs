using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How a dialer uses its share: pulls deliveries, gives them out, and judges by their news whether the carrier takes more.</summary>
internal abstract partial class Dialer
{
    /// <summary>More in one pull would keep the lane, and all that waits behind it, for longer than a turn or two.</summary>
    private const int MostAPull = 400;

    protected void PullIfAllowed()
    {
        PlaceAlone();
        var now = time.GetTimestamp();
        if (!Draining && Share is not null && Lines.Allows(now))
        {
            PullWork(Share, now);
        }
        else
        {
            board.Tell(Carrier, new TrunkView(Rest.Phase, TakesCalls: false, 0, Book.LiveCalls));
        }
    }

    private void PullWork(CarrierLease lease, long now)
    {
        var weight = MostWeight;
        var lines = StartRoom.Of(lease.Channels, Book.LiveCalls, Book.Reserved, weight);
        var starts = Rate.Available(now, lease.CallsPerSecond, weight) - Book.Reserved;
        var told = RoomTold(lease, now);
        var free = Rest.MayStart(IsFull(now) ? 0 : Math.Max(0, Math.Min(Math.Min(lines, told), starts)), Now());

        // Overflow: an action comes here only when no carrier that it prefers takes a call.
        var actions = Book.Actions.Where(action => !board.AnyTakesCalls(action.Before));
        (var pulls, _balance) = PullPlan.Of(actions, free, _balance, _pullTurn++, now);
        var asked = 0;
        foreach (var pull in pulls)
        {
            asked += pull.Starts;
            pull.Lane.Reserved = Math.Min(pull.Starts, MostAPull);
            _ = Pull(pull.Action, pull.Lane, now, Prefixes.Reserve(now, pull.Lane.Reserved));
        }

        var takes =
            Rest.Phase == TrunkPhase.Taking
            && !IsFull(now)
            && lines > asked
            && Rate.Left(now, lease.CallsPerSecond) > Book.Reserved * weight;
        board.Tell(Carrier, new TrunkView(Rest.Phase, takes, lease.Channels, Book.LiveCalls));
    }

    private async Task Pull(DialerAction action, DialerLane lane, long askedAt, PrefixCount[] room)
    {
        var missing = lane.Reserved;
        var epoch = action.Permit.Epoch;
        var began = time.GetTimestamp();
        try
        {
            var request = new PullRequest(Carrier, Incarnation, lane.Reserved, epoch, room, Options.Medium);
            var reply = await GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(action.ActionId, lane.Lane)).Pull(request);
            if (reply.Orders.Length > 0)
            {
                instruments.Claimed(Carrier, time.GetElapsedTime(began));
            }

            foreach (var order in reply.Orders)
            {
                await Load(action, order.Message);
                Place(action, lane, order, askedAt, epoch);
            }

            missing -= reply.Orders.Length;
            lane.Told(reply.Orders.Length, reply.Due, time.GetTimestamp() + Ticks(EmptyLanePause));
        }
        catch (Exception exception)
        {
            // Whatever the reason: claims that were stored after all come back as orphans when the lane is next loaded.
            lane.IdleUntil = time.GetTimestamp() + Ticks(FailedLanePause);
            LogPullFailed(logger, exception, action.ActionId, lane.Lane);
        }
        finally
        {
            lane.Reserved = 0;
            Prefixes.GiveBack(room);
        }

        if (missing > 0)
        {
            // The lines that it left free are somebody else's at once.
            _balance = _balance.DidNot(action.Urgency, missing);
            PullIfAllowed();
        }
    }

    /// <summary>Sees that a message can be given out: read from its action when the first order of it comes, once.</summary>
    protected Task Load(DialerAction action, int message)
    {
        if (!action.Loading.TryGetValue(message, out var loading) || loading.IsFaulted || loading.IsCanceled)
        {
            action.Loading[message] = loading = Read(action, message);
        }

        return loading;
    }

    /// <summary>What the news of an attempt says of the carrier.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="nonce">Its claim.</param>
    /// <param name="sign">What it says.</param>
    /// <param name="end">How it ended, where it did.</param>
    /// <param name="status">The status code behind it, or 0.</param>
    /// <param name="asked">How long the carrier asked to wait; zero for not at all.</param>
    protected void Judge(ClaimedAttempt attempt, Guid nonce, TrunkSign sign, CallEnd end, int status, TimeSpan asked)
    {
        var now = Now();
        if (end is CallEnd.NoResponse or CallEnd.Unacknowledged && _heardAt > Moment(attempt.AskedAt))
        {
            // The carrier answered others after this one was sent: it is this one's trouble, not the carrier's.
            sign = TrunkSign.Works;
        }
        else if (sign == TrunkSign.Works)
        {
            _heardAt = now;
        }
        else if (sign == TrunkSign.Full)
        {
            _fullUntil = time.GetTimestamp() + Ticks(RestPolicy.Full);
        }

        var before = Rest.Phase;
        Rest = Rest.After(sign, nonce, asked, now);
        if (Rest.Phase == TrunkPhase.Resting && before != TrunkPhase.Resting && sign == TrunkSign.Fails)
        {
            instruments.Rests(Carrier, end, resting: before == TrunkPhase.Taking);
            LogRests(logger, Carrier, end, status, (Rest.Until - now).TotalSeconds);
        }
        else if (Rest.Phase == TrunkPhase.Taking && before != TrunkPhase.Taking)
        {
            instruments.TakesCallsAgain(Carrier);
            LogTakesCallsAgain(logger, Carrier);
        }
    }

    protected TimeSpan Now() => Moment(time.GetTimestamp());

    private TimeSpan Moment(long timestamp) => time.GetElapsedTime(0, timestamp);
}
