using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: <c>{carrier}|{silo address with generation}</c>. Everything interleaves: no step waits for another, state changes only between awaits.</summary>
/// <remarks>Pulling keeps all lines busy: each turn it asks the lanes for as many deliveries as there are free lines and starts allowed.</remarks>
[GrainType("dialer")]
[GrainDirectory(GrainDirectoryName = DialerDirectory.Name)]
[Reentrant]
[DialerPlacement]
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

    /// <summary>How long it is believed that a lane has nobody nearer than it gave last.</summary>
    private static readonly TimeSpan LaneView = TimeSpan.FromSeconds(10);
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

    private string Carrier => DialerKey.Parse(this.GetPrimaryKeyString()).Carrier;

    /// <summary>The lane that it asks first: dialers begin at different ones.</summary>
    private int FirstLane => silo.SiloAddress.GetConsistentHashCode();

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

    public ValueTask StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop)
    {
        StopPreviews(order => order.ActionId == actionId, meaning);
        foreach (var call in _book.Find(actionId)?.Stop(throughEpoch, cut, meaning) ?? [])
        {
            if (cut)
            {
                // Also where it is not answered as far as is known here: the answer may be on its way.
                _gateway.HangUp(call.Call);
            }
            else
            {
                _gateway.CancelUnanswered(call.Call);
            }
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
            action.EndUnanswered(CallEnd.CancelledByDrain).ForEach(call => _gateway.CancelUnanswered(call.Call));
        }

        StopPreviews(_ => true, CallEnd.CancelledByDrain);

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
            if (!action.Asking && NeedsPermission(action, now))
            {
                _ = RenewPermission(action);
            }
        }

        TellPreviews();
        PullIfAllowed();
        return Task.CompletedTask;
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
                await Load(action, 1);
                action.MessagesLoaded = true;
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

    private void FlushReports(DialerAction action)
    {
        foreach (var lane in action.Lanes)
        {
            if (!lane.Flushing && lane.MustReport())
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
