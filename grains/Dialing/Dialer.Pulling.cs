using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How a dialer uses its share: pulls deliveries, gives them out, and judges by their news whether the carrier takes more.</summary>
internal abstract partial class Dialer
{
    /// <summary>More in one pull would keep the lane, and all that waits behind it, for longer than a turn or two.</summary>
    private const int MostAPull = 400;

    /// <summary>How long before its turn a delivery is asked for: two turns, and what a claim takes to be stored.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(60);

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
        var starts = Rate.Available(now, now + Ticks(Ahead), lease.CallsPerSecond, weight) - Book.Reserved;
        var told = RoomTold(lease, now);
        var free = Rest.MayStart(IsFull(now) ? 0 : Math.Max(0, Math.Min(Math.Min(lines, told), starts)), Now());

        // Overflow: an action comes here only when no carrier that it prefers takes a call.
        var actions = Book.Actions.Where(action => !board.AnyTakesCalls(action.Before));
        (var pulls, _balance) = PullPlan.Of(actions, free, _balance, FirstLane, now);
        foreach (var pull in pulls)
        {
            pull.Lane.Ask(Math.Min(pull.Starts, MostAPull));
            _ = Pull(pull.Action, pull.Lane, now, Prefixes.Reserve(now, now + Ticks(Ahead), pull.Lane.Reserved));
        }

        // Full is a trunk by what it has: that lanes were asked which may have nobody must not send the few to the next one.
        var promised = Book.Promised;
        var takes =
            Rest.Phase == TrunkPhase.Taking
            && !IsFull(now)
            && StartRoom.Of(lease.Channels, Book.LiveCalls, promised, weight) > 0
            && Rate.Left(now, lease.CallsPerSecond) > promised * weight;
        board.Tell(Carrier, new TrunkView(Rest.Phase, takes, lease.Channels, Book.LiveCalls));
    }

    private async Task Pull(DialerAction action, DialerLane lane, long askedAt, PrefixCount[] room)
    {
        var epoch = action.Permit.Epoch;
        var began = time.GetTimestamp();
        try
        {
            var request = new PullRequest(Carrier, Incarnation, lane.Reserved, epoch, room, Options.Medium);
            var reply = await GrainOf(lane).Pull(request);
            lane.Far = !reply.Near;
            if (reply.Orders.Length > 0)
            {
                instruments.Claimed(Carrier, time.GetElapsedTime(began));
                lane.Reached(reply.Orders.Max(order => order.Band), time.GetTimestamp() + Ticks(LaneView));
            }

            // Before others are asked in its place: they are to have what it leaves of the prefixes as well.
            room = Prefixes.Keep(room, reply.Orders.Select(order => order.Number));
            GiveBack(action, lane.Told(reply.Orders.Length, reply.Due, time.GetTimestamp() + Ticks(EmptyLanePause)));
            foreach (var order in reply.Orders)
            {
                await Load(action, order.Message);
                await TurnToStart(order.Number, askedAt);
                lane.Start();
                Place(action, lane, order, askedAt, epoch);
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: claims that were stored after all come back as orphans when the lane is next loaded.
            lane.IdleUntil = time.GetTimestamp() + Ticks(FailedLanePause);
            LogPullFailed(logger, exception, action.ActionId, lane.Lane);
        }
        finally
        {
            Prefixes.GiveBack(room);
        }

        GiveBack(action, lane.Done());
    }

    /// <summary>Starts that a pull did not use: the lines that they left free are somebody else's at once.</summary>
    private void GiveBack(DialerAction action, int starts)
    {
        if (starts > 0)
        {
            _balance = _balance.DidNot(action.Urgency, starts);
            PullIfAllowed();
        }
    }

    /// <summary>Waits until the calls a second allow the next start. Those that stand in no lane go first. Whose claim has become too old goes on: the last look withholds it.</summary>
    private async Task TurnToStart(string number, long askedAt)
    {
        while (true)
        {
            PlaceAlone();
            var now = time.GetTimestamp();
            var wait = CallsPerSecond > 0 ? Rate.Wait(now, CallsPerSecond, MostWeight) : Ticks(Turn);
            wait = Math.Max(wait, Prefixes.Wait(number, now));
            if (wait <= 0 || time.GetElapsedTime(askedAt, now) >= ClaimedAttempt.LongestClaimAge)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(1000.0 * wait / time.TimestampFrequency)), time);
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
