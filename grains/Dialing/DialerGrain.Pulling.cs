using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>How a dialer fills its lines: pulls deliveries, places them on its trunk, and judges by their news whether the trunk takes more.</summary>
internal sealed partial class DialerGrain
{
    private void PullIfAllowed()
    {
        PlacePreviews();
        var now = time.GetTimestamp();
        if (!_draining && _lease is not null && _lines.Allows(now))
        {
            PullWork(_lease, now);
        }
        else
        {
            board.Tell(Carrier, new TrunkView(_rest.Phase, TakesCalls: false, 0, _book.LiveCalls));
        }
    }

    private void PullWork(CarrierLease lease, long now)
    {
        var lines = lease.Channels - _book.LiveCalls - _book.Reserved;
        var free = now < _fullUntil ? 0 : Math.Min(lines, _rate.Available(now, lease.CallsPerSecond) - _book.Reserved);
        free = _rest.MayStart(Math.Max(0, free), Now());

        // Overflow: an action comes here only when no carrier that it prefers takes a call.
        var actions = _book.Actions.Where(action => !board.AnyTakesCalls(action.Before));
        (var pulls, _balance) = PullPlan.Of(actions, free, _balance, FirstLane, now);
        var asked = 0;
        foreach (var pull in pulls)
        {
            asked += pull.Starts;
            pull.Lane.Reserved = pull.Starts;
            _ = Pull(pull.Action, pull.Lane, now, _prefixes.Reserve(now));
        }

        var takes =
            _rest.Phase == TrunkPhase.Taking
            && now >= _fullUntil
            && lines > asked
            && _rate.Left(now, lease.CallsPerSecond) > _book.Reserved;
        board.Tell(Carrier, new TrunkView(_rest.Phase, takes, lease.Channels, _book.LiveCalls));
    }

    private async Task Pull(DialerAction action, DialerLane lane, long askedAt, PrefixCount[] room)
    {
        var missing = lane.Reserved;
        var epoch = action.Permit.Epoch;
        try
        {
            var request = new PullRequest(Carrier, Incarnation, lane.Reserved, epoch, room);
            var reply = await GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(action.ActionId, lane.Lane)).Pull(request);
            foreach (var order in reply.Orders)
            {
                await Load(action, order.Message);
                Place(action, lane, order, askedAt, epoch);
            }

            missing -= reply.Orders.Length;
            if (reply.Orders.Length > 0)
            {
                lane.Reached(reply.Orders.Max(order => order.Band), time.GetTimestamp() + Ticks(LaneView));
            }

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
            _prefixes.GiveBack(room);
        }

        if (missing > 0)
        {
            // The lines that it left free are somebody else's at once.
            _balance = _balance.DidNot(action.Urgency, missing);
            PullIfAllowed();
        }
    }

    /// <summary>Sees that a message can be played: read from its action when the first order of it comes, once.</summary>
    private Task Load(DialerAction action, int message)
    {
        if (!action.Loading.TryGetValue(message, out var loading) || loading.IsFaulted || loading.IsCanceled)
        {
            action.Loading[message] = loading = Read(action, message);
        }

        return loading;
    }

    private async Task Read(DialerAction action, int message)
    {
        var grain = GrainFactory.GetGrain<IActionGrain>(action.ActionId);
        foreach (var language in Enum.GetValues<Language>())
        {
            if (await grain.ReadMessage(language, message) is { } spoken)
            {
                _gateway.Load(action.ActionId, message, spoken);
                action.MessageMilliseconds[(message, language)] = spoken.DurationMilliseconds;
            }
        }
    }

    private void Place(DialerAction action, DialerLane lane, CallOrder order, long askedAt, int epoch)
    {
        var call = new VoiceCall
        {
            ActionId = action.ActionId,
            Lane = lane.Lane,
            Practice = action.Practice,
            Order = order,
            CallBackNumber = _carrier.CallBackNumber,
            RingLimit = _carrier.RingLimit,
            LingerAfterMessage = _carrier.LingerAfterMessage,
            Epoch = epoch,
            Permit = action.Permit,
            Lines = _lines,
            AskedAt = askedAt,
            News = _news.Writer,
        };
        var prefix = _prefixes.Start(order.Number, time.GetTimestamp());
        _book.Placed(
            lane,
            new DialedCall(call, action.MessageMilliseconds.GetValueOrDefault((order.Message, order.Language))) { Prefix = prefix }
        );
        _rate.Start(time.GetTimestamp());
        instruments.CallPlaced(Carrier);
        _rest = _rest.Started(order.Nonce, Now());
        _gateway.Place(call);
    }

    /// <summary>What the news says of the trunk.</summary>
    private void Judge(in VoiceCallNews news)
    {
        var now = Now();
        var sign = RestPolicy.Sign(news);
        if (news.End == CallEnd.NoResponse && _heardAt > Moment(news.Call.AskedAt))
        {
            // The carrier answered others after this one was sent: it is this call's trouble, not the trunk's.
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

        var before = _rest.Phase;
        _rest = _rest.After(sign, news.Call.Order.Nonce, RestPolicy.Asked(news), now);
        if (_rest.Phase == TrunkPhase.Resting && before != TrunkPhase.Resting && sign == TrunkSign.Fails)
        {
            instruments.Rests(Carrier, news.End, resting: before == TrunkPhase.Taking);
            LogRests(logger, Carrier, news.End, news.SipStatus, (_rest.Until - now).TotalSeconds);
        }
        else if (_rest.Phase == TrunkPhase.Taking && before != TrunkPhase.Taking)
        {
            instruments.TakesCallsAgain(Carrier);
            LogTakesCallsAgain(logger, Carrier);
        }
    }

    private TimeSpan Now() => Moment(time.GetTimestamp());

    private TimeSpan Moment(long timestamp) => time.GetElapsedTime(0, timestamp);
}
