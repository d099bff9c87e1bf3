using Burgernet.Actions;
using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: <c>{action id, 32 hex digits}/{lane}</c>. Only <see cref="ReleaseThrough"/> may interleave; every other step is stored before the next begins.</summary>
/// <remarks>Memory may run ahead of the store inside a step. A step that cannot be stored therefore drops the activation, and the next one starts from the store;
/// and what is told to others is what was stored last.</remarks>
[GrainType("lane")]
[HashBasedPlacement]
internal sealed partial class LaneGrain(
    ILaneStore store,
    IActionStore actions,
    ISubscriptionStore register,
    IArticleReaders articleReaders,
    PersonalSeal seal,
    MediumAddress addresses,
    CarrierList carriers,
    ILocalSiloDetails silo,
    TimeProvider time,
    ILogger<LaneGrain> logger
) : Grain, ILaneGrain
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ReviewInterval = TimeSpan.FromSeconds(5);

    /// <summary>A claim this old is asked after at its dialer: longer than any grain call takes to fail.</summary>
    private static readonly TimeSpan ReviewAge = TimeSpan.FromSeconds(15);

    /// <summary>How often one pull looks for others in the place of those whose prefix is full: each time costs a group of claims.</summary>
    private const int PullRounds = 3;

    private LaneLedger _ledger = null!;
    private LaneTotals _stored = null!;
    private bool _failed;
    private IActionGrain? _action;
    private Guid _actionId;
    private int _lane;
    private int _ceiling = -1;
    private long _reportedVersion = -1;
    private int _reportedBand = -1;
    private bool _reporting;
    private IGrainTimer _reporter = null!;

    /// <summary>Not to be touched once a step failed: an activation that is on its way out may still be handed requests.</summary>
    private LaneLedger Ledger =>
        _failed ? throw new StoreUnavailableException("The lane could not store a step and starts again from the store") : _ledger;

    private LaneBook Book => Ledger.Book;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_actionId, _lane) = LaneKey.Parse(this.GetPrimaryKeyString());
        var stored = await store.Load(_actionId, _lane);
        // From the store and not from the action: one that is being put away waits for its lanes, and a lane that asked it would wait for that.
        var terms = ActionState.From(_actionId, await actions.ReadEvents(_actionId)).LaneTerms;
        _ledger = new LaneLedger(_actionId, _lane, carriers, new LaneChain(stored.LogSequence, stored.LogHead), Now(), terms);
        if (stored.Deliveries.Count > 0)
        {
            var open = stored.Deliveries.Where(LaneRestore.IsOpen).Select(row => (row.Carrier, row.Incarnation));
            var living = await AskDialers(open);
            await Write(Ledger.Restore(stored.Deliveries, living.Claims, Now(), living.Dialers));
            LogRestored(logger, _actionId, _lane, stored.Deliveries.Count, Book.Orphans);
        }

        // What was added while nobody could tell this lane.
        await Write(Ledger.Enlist([], Now()));

        _stored = StoredTotals();

        _reporter = this.RegisterGrainTimer(
            static (lane, _) => lane.ReportIfChanged(),
            this,
            new GrainTimerCreationOptions(UntilReport(), ReportInterval) { Interleave = true }
        );
        this.RegisterGrainTimer(static (lane, _) => lane.Review(), this, new GrainTimerCreationOptions(ReviewInterval, ReviewInterval));
    }

    public async Task<LaneTotals> Add(int band, CandidateBatch candidates, DateTimeOffset? deadline = null)
    {
        Ledger.Extend(deadline);
        await Write(Ledger.Add(band, candidates.Candidates, Now()));
        return Totalled();
    }

    public ValueTask ReleaseThrough(int band)
    {
        _ceiling = band;
        return ValueTask.CompletedTask;
    }

    public async Task<PullReply> Pull(PullRequest request)
    {
        var now = Now();
        await Write(Ledger.Expire(now));
        var orders = new List<CallOrder>();
        for (var round = 0; round < PullRounds && orders.Count < request.Max && !Book.Stopped; round++)
        {
            // Whose prefix shows to be full leaves its place to somebody else.
            var taken = Book.Take(request.Max - orders.Count, _ceiling, now, Room(request, orders), request.Medium);
            if (taken.Count == 0)
            {
                break;
            }

            await HoldBack(taken, now);

            orders.AddRange(await Claim(taken, request, Room(request, orders), now));
        }

        return new PullReply(
            [.. orders],
            Book.Stopped ? 0 : Book.Due(_ceiling, now, Room(request, orders), request.Medium),
            Near: request.Incarnation == silo.SiloAddress.ToParsableString()
        );
    }

    /// <summary>What is left of the limited prefixes besides these orders.</summary>
    private static PrefixRoom Room(PullRequest request, List<CallOrder> orders)
    {
        var room = new PrefixRoom(request.Room);
        orders.ForEach(order => room.TryTake(order.Number));
        return room;
    }

    private async Task<CallOrder[]> Claim(List<Delivery> taken, PullRequest request, PrefixRoom room, DateTimeOffset now)
    {
        while (taken.Count > 0)
        {
            var written = await Write(Ledger.Claim(taken, request, now));
            if (written.Refused.Count == 0)
            {
                if (Book.LowestUndialledBand != _reportedBand)
                {
                    // The next band may wait for this news; the pull does not wait for the reply.
                    _ = ReportToAction();
                }

                var addressless = new HashSet<Guid>();
                var numbers = Open(written.Granted, request.Medium, addressless);
                await Write(Ledger.Withhold(taken, numbers, now, addressless));
                await Write(Ledger.Park(taken, numbers, room, now));
                return Ledger.Orders(taken, numbers);
            }

            // Nothing was stored: the chain goes on from where the store is, without the refused ones.
            var stored = await OrFail(store.Load(_actionId, _lane));
            await Write(Ledger.Drop(taken, written.Refused, new LaneChain(stored.LogSequence, stored.LogHead), now));
        }

        return [];
    }

    /// <summary>The numbers or addresses of granted claims. Whose data does not open, or holds none for the medium, cannot be reached by it, and keeps nobody else from it.</summary>
    private List<ClaimedNumber> Open(IReadOnlyList<GrantedClaim> granted, Medium medium, HashSet<Guid> addressless)
    {
        var numbers = new List<ClaimedNumber>(granted.Count);
        foreach (var claim in granted)
        {
            try
            {
                if (addresses.Of(seal.Open(claim.ParticipantId, claim.Sealed), medium) is { } address)
                {
                    numbers.Add(new ClaimedNumber(claim.ParticipantId, address));
                }
                else
                {
                    addressless.Add(claim.ParticipantId);
                }
            }
            catch (SealException exception)
            {
                LogUnreadable(logger, exception, _actionId, claim.ParticipantId);
            }
        }

        return numbers;
    }

    public async Task Report(CallReport[] reports)
    {
        await Write(Ledger.Apply(reports, Now()));
        if (Book.AllDone)
        {
            _ = ReportToAction();
        }
    }

    public async Task<LaneTotals> Receive(ReceiptReport[] receipts)
    {
        await Write(Ledger.Receive(receipts, Now()));
        return Ledger.AreEarly(receipts)
            ? throw new StoreUnavailableException("A receipt came before the end of its text; it is to be told again")
            : Totalled();
    }

    public async Task<LaneTotals> Enlist(LaneMessage[] messages)
    {
        await Write(Ledger.Enlist(messages, Now()));
        return Totalled();
    }

    public async Task<LaneTotals> Stop(int epoch)
    {
        await Write(Ledger.Stop(Now(), epoch));
        return Totalled();
    }

    public async Task<LaneTotals> Expire(int epoch)
    {
        await Write(Ledger.Stop(Now(), epoch, DeliveryResult.Expired));
        return Totalled();
    }

    public Task<LaneTotals> Totals() => Task.FromResult(Totalled());

    private DateTimeOffset Now() => HashChain.Now(time);

    private async Task<LaneWriteResult> Write(LaneWrite? write)
    {
        var written = write is null ? LaneWriteResult.Nothing : await OrFail(store.Write(write));
        if (written.Refused.Count == 0)
        {
            _stored = StoredTotals();
        }

        return written;
    }

    private async Task<T> OrFail<T>(Task<T> step)
    {
        try
        {
            return await step;
        }
        catch (Exception exception)
        {
            _failed = true;
            LogWriteFailed(logger, exception, _actionId, _lane);
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Asks after old claims: a reply that was lost, or a dialer that died, must not keep a delivery for ever.</summary>
    private async Task Review()
    {
        if (_failed)
        {
            return;
        }

        // In a pause nobody pulls: what is told must not show calls that have long been over.
        Book.Release(Now());
        await Write(Ledger.Expire(Now()));

        // Told again now and then: a release that did not get here must not hold a band back for ever.
        _reportedVersion = -1;
        var old = Book.UnderWaySince(Now() - ReviewAge);
        if (old.Count > 0)
        {
            var living = await AskDialers(old.Select(delivery => (delivery.Carrier, delivery.Incarnation)));
            var lost = old.ToLookup(delivery => living.StateOf(delivery));
            await Write(Ledger.Orphan(lost[ClaimState.Lost], Now()));
            await Write(Ledger.NeverLeft(lost[ClaimState.NeverLeft], Now()));
        }
    }

    /// <summary>What these dialers still hold; a dialer that is gone holds nothing.</summary>
    private async Task<LivingClaims> AskDialers(IEnumerable<(string Carrier, string Incarnation)> dialers)
    {
        var living = new LivingClaims();
        foreach (var (carrier, incarnation) in dialers.Distinct().ToArray())
        {
            var dialer = DialerKey.Of(carrier, incarnation);
            try
            {
                living.Add(dialer, await Dialers.Of(GrainFactory, dialer, carriers.MediumOf(carrier)).InFlight(_actionId, _lane));
            }
            catch (SiloUnavailableException exception)
            {
                LogDialerGone(logger, exception, dialer, _actionId);
            }
        }

        return living;
    }

    private LaneTotals StoredTotals() => Book.Totals(_lane) with { LogSequence = Ledger.Head.Sequence, LogHead = Ledger.Head.Hash };

    private LaneTotals Totalled()
    {
        _reportedVersion = _stored.Version;
        _reportedBand = _stored.LowestUndialledBand;
        return _stored;
    }

    private Task ReportIfChanged()
    {
        _reporter.Change(UntilReport(), ReportInterval);
        return _failed || _stored.Version == _reportedVersion ? Task.CompletedTask : ReportToAction();
    }

    /// <summary>All lanes of a silo report at the same moments: what they tell an action elsewhere then goes together, and is answered together.</summary>
    private TimeSpan UntilReport()
    {
        // A timer may be early: the same moment is not to come twice.
        var half = ReportInterval / 2;
        var since = TimeSpan.FromTicks((time.GetElapsedTime(0, time.GetTimestamp()) + half).Ticks % ReportInterval.Ticks);
        return ReportInterval + half - since;
    }

    private async Task ReportToAction()
    {
        if (_reporting)
        {
            return;
        }

        _reporting = true;
        try
        {
            do
            {
                _action ??= GrainFactory.GetGrain<IActionGrain>(_actionId);
                _ceiling = await _action.Report(Totalled());
            } while (_stored.LowestUndialledBand != _reportedBand && !_failed);
        }
        catch (Exception exception)
        {
            // Whatever the reason: it is told again at the next turn.
            _reportedVersion = -1;
            LogReportFailed(logger, exception, _actionId, _lane);
        }
        finally
        {
            _reporting = false;
        }
    }
}
