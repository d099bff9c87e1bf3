using Burgernet.Actions;
using Burgernet.Dialing;
using Microsoft.Extensions.Logging;

namespace Burgernet.Grains.Dialing;

/// <summary>What every dialer does, whatever its medium: holds a share of its carrier's limits and the permission of actions, pulls what is due, and sees that what became of it is stored.</summary>
/// <remarks>Everything interleaves: no step waits for another, state changes only between awaits. Each turn it asks the lanes for as many deliveries as its share leaves free.</remarks>
internal abstract partial class Dialer(
    ILocalSiloDetails silo,
    CarrierList carriers,
    TrunkBoard board,
    DialingInstruments instruments,
    TimeProvider time,
    ILogger logger
) : Grain, IDialerGrain
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PermissionRenewal = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan EmptyLanePause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long it is believed that a lane has nobody nearer than it gave last.</summary>
    private static readonly TimeSpan LaneView = TimeSpan.FromSeconds(10);

    /// <summary>How long a lane or an action that failed is left alone.</summary>
    protected static readonly TimeSpan FailedLanePause = TimeSpan.FromMilliseconds(500);

    /// <summary>The prefix of what is counted for the carrier as a whole.</summary>
    private const string AllNumbers = "";

    private long _leaseAskedAt = long.MinValue;
    private long _wokenAt;
    private bool _leasing;

    /// <summary>What the carrier was told that is held here, until its next share is known: it may have given all else to others.</summary>
    private int _told = int.MaxValue;

    /// <summary>The same of what was begun in the last second.</summary>
    private int _toldStarts = int.MaxValue;
    private StartBalance _balance = StartBalance.Fresh;
    private long _fullUntil = long.MinValue;
    private TimeSpan _heardAt = TimeSpan.MinValue;

    protected DialerBook Book { get; } = new();

    protected RateWindow Rate { get; } = new(time.TimestampFrequency);

    protected PrefixBook Prefixes { get; } = new(time.TimestampFrequency);

    protected LinePermit Lines { get; } = new();

    protected CarrierLease? Share { get; private set; }

    /// <summary>The share of the limit of starts a second, at this moment.</summary>
    protected int CallsPerSecond => Share?.CallsPerSecond ?? 0;

    protected TrunkRest Rest { get; set; } = TrunkRest.None;

    protected bool Started { get; private set; }

    protected bool Draining { get; private set; }

    protected CarrierOptions Options { get; private set; } = null!;

    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    protected DialingInstruments Instruments => instruments;

    protected string Carrier => DialerKey.Parse(this.GetPrimaryKeyString()).Carrier;

    /// <summary>Whether a trunk that is full for a moment is to be left alone.</summary>
    protected bool IsFull(long now) => now < _fullUntil;

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

        Options = carriers.Find(Carrier) ?? throw new InvalidOperationException($"Carrier {Carrier} is not configured");
        Draining = false;
        _wokenAt = time.GetTimestamp();
        if (!Started)
        {
            Open(Options);
            Started = true;
            this.RegisterGrainTimer(
                static (dialer, _) => dialer.TakeTurn(),
                this,
                new GrainTimerCreationOptions(Turn, Turn) { KeepAlive = true, Interleave = true }
            );
        }

        return RenewLease();
    }

    public ValueTask Wake()
    {
        _leaseAskedAt = long.MinValue;
        _wokenAt = time.GetTimestamp();
        return Started ? new ValueTask(TakeTurn()) : ValueTask.CompletedTask;
    }

    public ValueTask StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop)
    {
        StopAlone(actionId, meaning);
        foreach (var attempt in Book.Find(actionId)?.Stop(throughEpoch, cut, meaning) ?? [])
        {
            // Cut also where it is not answered as far as is known here: the answer may be on its way.
            Cancel(attempt, cut);
        }

        return ValueTask.CompletedTask;
    }

    public virtual ValueTask<bool> Preview(PreviewOrder order) => ValueTask.FromResult(false);

    public ValueTask<Guid[]?> InFlight(Guid actionId, int lane)
    {
        if (!IsHere() || !Started)
        {
            // The silo that the key names is gone, or an activation before this one, and nobody knows what it held.
            DeactivateOnIdle();
            return ValueTask.FromResult<Guid[]?>(null);
        }

        return ValueTask.FromResult<Guid[]?>(
            Book.Find(actionId) is { } action && lane < action.Lanes.Length ? [.. action.Lanes[lane].Calls.Select(call => call.Nonce)] : []
        );
    }

    public async Task Drain(TimeSpan grace)
    {
        Draining = true;
        Lines.Renew(long.MinValue);
        LogDraining(logger, Carrier, Book.LiveCalls);
        var started = time.GetTimestamp();
        foreach (var action in Book.Actions)
        {
            action.EndUnanswered(CallEnd.CancelledByDrain).ForEach(attempt => Cancel(attempt, cut: false));
        }

        StopAlone(null, CallEnd.CancelledByDrain);

        // What a pull under way brings comes back withheld; all else ends by itself or at the end of the grace.
        var hungUp = false;
        while (Book.Busy && Draining)
        {
            if (!hungUp && time.GetElapsedTime(started) >= grace)
            {
                hungUp = true;
                foreach (var attempt in Book.AllCalls.ToArray())
                {
                    Cancel(attempt, cut: true);
                }
            }

            if (time.GetElapsedTime(started) >= grace + FailedLanePause * 10)
            {
                break;
            }

            await Task.Delay(Turn, time);
        }

        if (!Draining)
        {
            // It was started again meanwhile.
            return;
        }

        await GrainFactory.GetGrain<ICarrierGrain>(Carrier).Release(this.GetPrimaryKeyString());
    }

    /// <summary>Opens its way out, once.</summary>
    protected abstract void Open(CarrierOptions carrier);

    /// <summary>Sees that a message can be given out.</summary>
    protected abstract Task Read(DialerAction action, int message);

    /// <summary>Forgets what it knows of an action.</summary>
    protected abstract void Unload(Guid actionId);

    /// <summary>Hands a claimed attempt to the gateway.</summary>
    protected abstract void Place(DialerAction action, DialerLane lane, CallOrder order, long askedAt, int epoch);

    /// <summary>Ends an attempt if it can still be ended; with cut, also one that was answered.</summary>
    protected abstract void Cancel(DialedAttempt attempt, bool cut);

    /// <summary>What an attempt takes of the carrier's limits at the most.</summary>
    protected virtual int MostWeight => 1;

    /// <summary>Tells the way out what its share is.</summary>
    protected virtual void TakeShare(CarrierLease lease) { }

    /// <summary>Attempts that stand in no lane get what is free before any lane is asked.</summary>
    protected virtual void PlaceAlone() { }

    /// <summary>Tells what became of attempts that stand in no lane.</summary>
    protected virtual void TellAlone() { }

    /// <summary>Ends attempts that stand in no lane: of an action, or all.</summary>
    protected virtual void StopAlone(Guid? actionId, CallEnd meaning) { }

    private bool IsHere() => DialerKey.Parse(this.GetPrimaryKeyString()).Incarnation == Incarnation;

    /// <summary>How many attempts what the carrier was told has room for, while it is asked for the next share; any number else.</summary>
    protected int RoomTold(CarrierLease lease, long now) =>
        _told == int.MaxValue
            ? int.MaxValue
            : StartRoom.Told(_told, _toldStarts, lease, Book.LiveCalls, Book.Reserved, MostWeight, Rate.Count(now));

    private Task TakeTurn()
    {
        var now = time.GetTimestamp();
        if (!_leasing && !Draining && LeaseIsDue(now))
        {
            _ = RenewLease();
        }

        foreach (var action in Book.Actions)
        {
            FlushReports(action);
            if (!action.Asking && NeedsPermission(action, now))
            {
                _ = RenewPermission(action);
            }
        }

        TellAlone();
        PullIfAllowed();
        return Task.CompletedTask;
    }

    private bool LeaseIsDue(long now) =>
        _leaseAskedAt == long.MinValue
        || time.GetElapsedTime(_leaseAskedAt, now)
            >= LeasePace.After(time.GetElapsedTime(_wokenAt, now), Rate.Count(now), Share?.CallsPerSecond);

    private bool NeedsPermission(DialerAction action, long now) =>
        action.Wanted && !Draining && (action.AskedAt == long.MinValue || time.GetElapsedTime(action.AskedAt, now) >= PermissionRenewal);

    private async Task RenewLease()
    {
        _leasing = true;
        try
        {
            var askedAt = time.GetTimestamp();
            _leaseAskedAt = askedAt;
            var held = Book.LiveCalls + (Book.Reserved * MostWeight);
            _told = Math.Min(_told, held);
            var starts = Rate.Most(askedAt, Book.Reserved * MostWeight, CallsPerSecond);
            _toldStarts = Math.Min(_toldStarts, starts);
            PrefixCount[] counts = [new(AllNumbers, held, starts), .. Prefixes.Tell(askedAt)];
            var lease = await GrainFactory.GetGrain<ICarrierGrain>(Carrier).Lease(this.GetPrimaryKeyString(), held, counts);
            if (Draining)
            {
                return;
            }

            _told = _toldStarts = int.MaxValue;
            Share = lease;
            TakeShare(lease);
            Prefixes.Take(lease.Prefixes);
            Lines.Renew(askedAt + Ticks(lease.ValidFor));
            // Another fence: what is practice elsewhere is not taken up here.
            var (added, removed) = Book.TakeWork(Array.FindAll(lease.Work, work => work.Practice == Options.Practice));
            added.ForEach(action => _ = RenewPermission(action));
            removed.ForEach(action => Unload(action.ActionId));
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
        var began = time.GetTimestamp();
        try
        {
            // Whether a call had ended is asked before the await: later news of it is dirty again.
            var reports = Array.ConvertAll(dirty, call => (Call: call, call.Ended, Report: call.TakeReport()));
            await GrainOf(lane).Report(Array.ConvertAll(reports, report => report.Report));
            instruments.Acknowledged(Carrier, time.GetElapsedTime(began));
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

    private ILaneGrain GrainOf(DialerLane lane) => lane.Grain ??= GrainFactory.GetGrain<ILaneGrain>(LaneKey.Of(lane.ActionId, lane.Lane));

    protected long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
