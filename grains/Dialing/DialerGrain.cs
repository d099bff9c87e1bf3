using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: <c>{carrier}|{silo address with generation}</c>. Everything interleaves: no step waits for another, state changes only between awaits.</summary>
/// <remarks>Pulling keeps all lines busy: each turn it asks the lanes for as many deliveries as there are free lines and starts allowed.</remarks>
[GrainType("dialer")]
[Reentrant]
[PreferLocalPlacement]
[Immovable]
[KeepAlive]
internal sealed partial class DialerGrain(
    IVoiceGateways gateways,
    ILocalSiloDetails silo,
    CarrierList carriers,
    TrunkBoard board,
    DialingInstruments instruments,
    TimeProvider time,
    ILogger<DialerGrain> logger
) : Grain, IDialerGrain
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LeaseRenewal = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PermissionRenewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan EmptyLanePause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FailedLanePause = TimeSpan.FromMilliseconds(500);

    private readonly DialerBook _book = new();
    private readonly RateWindow _rate = new(time.TimestampFrequency);
    private readonly PrefixBook _prefixes = new(time.TimestampFrequency);
    private readonly LinePermit _lines = new();
    private readonly Channel<VoiceCallNews> _news = Channel.CreateUnbounded<VoiceCallNews>(new() { SingleReader = true });
    private CarrierLease? _lease;
    private long _leaseAskedAt = long.MinValue;
    private bool _leasing;
    private bool _started;
    private bool _draining;
    private IVoiceGateway _gateway = null!;
    private CarrierOptions _carrier = null!;
    private TrunkRest _rest = TrunkRest.None;
    private long _fullUntil = long.MinValue;
    private TimeSpan _heardAt = TimeSpan.MinValue;
    private StartBalance _balance = StartBalance.Fresh;
    private int _pullTurn;

    private string Carrier => DialerKey.Parse(this.GetPrimaryKeyString()).Carrier;

    private string Incarnation => silo.SiloAddress.ToParsableString();

    public Task Start()
    {
        if (!IsHere())
        {
            DeactivateOnIdle();
            throw new InvalidOperationException("A dialer starts only on the silo that its key names");
        }

        _carrier = carriers.Find(Carrier) ?? throw new InvalidOperationException($"Carrier {Carrier} is not configured");
        _gateway = gateways.For(Carrier);

        if (!_started)
        {
            _started = true;
            this.RegisterGrainTimer(
                static (dialer, _) => dialer.TakeTurn(),
                this,
                new GrainTimerCreationOptions(Turn, Turn) { KeepAlive = true, Interleave = true }
            );
            _ = PumpNews();
        }

        return RenewLease();
    }

    public ValueTask Wake()
    {
        _leaseAskedAt = long.MinValue;
        return _started ? new ValueTask(TakeTurn()) : ValueTask.CompletedTask;
    }

    public ValueTask StopAction(Guid actionId)
    {
        if (_book.Find(actionId) is { } action)
        {
            action.Stopped = true;
            action.Permit.Void();
            CancelUnanswered(action, CallEnd.CancelledByStop);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<Guid[]> InFlight(Guid actionId, int lane)
    {
        if (!IsHere())
        {
            // The silo that the key names is gone, and so are its calls.
            DeactivateOnIdle();
            return ValueTask.FromResult(Array.Empty<Guid>());
        }

        return ValueTask.FromResult(
            _book.Find(actionId) is { } action && lane < action.Lanes.Length
                ? action.Lanes[lane].Calls.Select(call => call.Call.Order.Nonce).ToArray()
                : []
        );
    }

    public async Task Drain(TimeSpan grace)
    {
        _draining = true;
        _lines.Renew(long.MinValue);
        LogDraining(logger, Carrier, _book.LiveCalls);
        var started = time.GetTimestamp();
        foreach (var action in _book.Actions)
        {
            CancelUnanswered(action, CallEnd.CancelledByDrain);
        }

        // Calls in a pull under way come back withheld; all others end by themselves or at the end of the grace.
        var hungUp = false;
        while (_book.Busy)
        {
            if (!hungUp && time.GetElapsedTime(started) >= grace)
            {
                hungUp = true;
                foreach (var call in _book.AllCalls.ToArray())
                {
                    _gateway.HangUp(call.Call);
                }
            }

            if (time.GetElapsedTime(started) >= grace + FailedLanePause * 10)
            {
                break;
            }

            await Task.Delay(Turn, time);
        }

        await GrainFactory.GetGrain<ICarrierGrain>(Carrier).Release(this.GetPrimaryKeyString());
    }

    private bool IsHere() => DialerKey.Parse(this.GetPrimaryKeyString()).Incarnation == Incarnation;

    private Task TakeTurn()
    {
        var now = time.GetTimestamp();
        if (!_leasing && !_draining && (_leaseAskedAt == long.MinValue || time.GetElapsedTime(_leaseAskedAt, now) >= LeaseRenewal))
        {
            _ = RenewLease();
        }

        foreach (var action in _book.Actions)
        {
            FlushReports(action);
            if (!action.Asking && !action.Stopped && NeedsPermission(action, now))
            {
                _ = RenewPermission(action);
            }
        }

        PullIfAllowed();
        return Task.CompletedTask;
    }

    private void PullIfAllowed()
    {
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

    private bool NeedsPermission(DialerAction action, long now) =>
        action.Wanted && (action.AskedAt == long.MinValue || time.GetElapsedTime(action.AskedAt, now) >= PermissionRenewal);

    private async Task RenewLease()
    {
        _leasing = true;
        try
        {
            var askedAt = time.GetTimestamp();
            _leaseAskedAt = askedAt;
            var lease = await GrainFactory
                .GetGrain<ICarrierGrain>(Carrier)
                .Lease(this.GetPrimaryKeyString(), _book.LiveCalls, _prefixes.UnderWay);
            if (_draining)
            {
                return;
            }

            _lease = lease;
            _prefixes.Take(lease.Prefixes);
            _lines.Renew(askedAt + Ticks(lease.ValidFor));
            // Another fence: what is practice elsewhere is not taken up here.
            var (added, removed) = _book.TakeWork(Array.FindAll(lease.Work, work => work.Practice == _carrier.Practice));
            added.ForEach(action => _ = RenewPermission(action));
            removed.ForEach(action => _gateway.Unload(action.ActionId));
        }
        catch (Exception exception)
        {
            // Whatever the reason: without a lease nothing starts, and the next turn asks again.
            LogNoLease(logger, exception, Carrier);
        }
        finally
        {
            _leasing = false;
        }
    }

    private async Task RenewPermission(DialerAction action)
    {
        action.Asking = true;
        try
        {
            var grain = GrainFactory.GetGrain<IActionGrain>(action.ActionId);
            if (!action.MessagesLoaded)
            {
                await LoadMessages(action, grain);
            }

            var askedAt = time.GetTimestamp();
            action.AskedAt = askedAt;
            var permission = await grain.MayStart();
            if (permission.Allowed)
            {
                action.Permit.Renew(askedAt, Ticks(ActionPermit.ValidFor), permission.Epoch);
            }
        }
        catch (Exception exception)
        {
            // Whatever the reason: without permission nothing starts, and the next turn asks again.
            LogNoPermission(logger, exception, action.ActionId);
        }
        finally
        {
            action.Asking = false;
        }
    }

    private async Task LoadMessages(DialerAction action, IActionGrain grain)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            if (await grain.ReadMessage(language) is { } message)
            {
                _gateway.Load(action.ActionId, message);
                action.MessageMilliseconds[language] = message.DurationMilliseconds;
            }
        }

        action.MessagesLoaded = true;
    }

    private void PullWork(CarrierLease lease, long now)
    {
        var lines = lease.Channels - _book.LiveCalls - _book.Reserved;
        var free = now < _fullUntil ? 0 : Math.Min(lines, _rate.Available(now, lease.CallsPerSecond) - _book.Reserved);
        free = _rest.MayStart(Math.Max(0, free), Now());

        // Overflow: an action comes here only when no carrier that it prefers takes a call.
        var actions = _book.Actions.Where(action => !board.AnyTakesCalls(action.Before));
        (var pulls, _balance) = PullPlan.Of(actions, free, _balance, _pullTurn++, now);
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
        try
        {
            var request = new PullRequest(Carrier, Incarnation, lane.Reserved, action.Permit.Epoch, room);
            var reply = await GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(action.ActionId, lane.Lane)).Pull(request);
            foreach (var order in reply.Orders)
            {
                Place(action, lane, order, askedAt);
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
            _prefixes.GiveBack(room);
        }

        if (missing > 0)
        {
            // The lines that it left free are somebody else's at once.
            _balance = _balance.DidNot(action.Urgency, missing);
            PullIfAllowed();
        }
    }

    private void Place(DialerAction action, DialerLane lane, CallOrder order, long askedAt)
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
            Permit = action.Permit,
            Lines = _lines,
            AskedAt = askedAt,
            News = _news.Writer,
        };
        var prefix = _prefixes.Start(order.Number, time.GetTimestamp());
        _book.Placed(lane, new DialedCall(call, action.MessageMilliseconds.GetValueOrDefault(order.Language)) { Prefix = prefix });
        _rate.Start(time.GetTimestamp());
        instruments.CallPlaced(Carrier);
        _rest = _rest.Started(order.Nonce, Now());
        _gateway.Place(call);
    }

    private void CancelUnanswered(DialerAction action, CallEnd meaning)
    {
        foreach (var call in action.Lanes.SelectMany(lane => lane.Calls))
        {
            if (!call.Answered && !call.Ended)
            {
                call.CancelMeaning = meaning;
                _gateway.CancelUnanswered(call.Call);
            }
        }
    }

    private async Task PumpNews()
    {
        await foreach (var news in _news.Reader.ReadAllAsync())
        {
            if (_book.Apply(news) is { } prefix)
            {
                _prefixes.End(prefix);
            }

            instruments.Heard(Carrier, news);
            Judge(news);
        }
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

    private void FlushReports(DialerAction action)
    {
        foreach (var lane in action.Lanes)
        {
            if (!lane.Flushing && lane.Calls.Any(call => call.Dirty))
            {
                _ = Flush(lane);
            }
        }
    }

    private async Task Flush(DialerLane lane)
    {
        lane.Flushing = true;
        var dirty = lane.Calls.Where(call => call.Dirty).ToArray();
        try
        {
            // Whether a call had ended is asked before the await: later news of it is dirty again.
            var reports = Array.ConvertAll(dirty, call => (Call: call, call.Ended, Report: call.TakeReport()));
            await GrainFactory
                .GetGrain<ILaneGrain>(LaneKey.Of(lane.ActionId, lane.Lane))
                .Report(Array.ConvertAll(reports, report => report.Report));
            foreach (var (call, ended, _) in reports)
            {
                if (ended)
                {
                    lane.Forget(call);
                }
            }
        }
        catch (Exception exception)
        {
            Array.ForEach(dirty, call => call.NotStored());
            LogReportFailed(logger, exception, dirty.Length, lane.ActionId, lane.Lane);
            await Task.Delay(FailedLanePause, time);
        }
        finally
        {
            lane.Flushing = false;
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
