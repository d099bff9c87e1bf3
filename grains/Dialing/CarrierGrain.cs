using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: the carrier's name from configuration. Only <see cref="StopAction"/>, which waits for dialers, and <see cref="ShowLeases"/>, which changes nothing, interleave; each lease is decided on its own, and stored before it is told.</summary>
/// <remarks>Two may be alive at once for a moment: the store takes leases only from the one that knows the epoch, and the other goes.</remarks>
[GrainType("carrier")]
internal sealed partial class CarrierGrain(
    ICarrierStore store,
    IActionStore actions,
    CarrierList carriers,
    ClaimedPrefix claimed,
    IOptions<CallBackOptions> callBack,
    DialingInstruments instruments,
    LeaseClock clock,
    ILogger<CarrierGrain> logger
) : Grain, ICarrierGrain
{
    /// <summary>How long a lease is good for.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    private const string Whole = "";
    private const string Previews = "previews";

    private readonly Dictionary<Guid, CarrierWork> _work = [];

    /// <summary>Of the carrier as a whole (the empty prefix), and of each prefix with limits of its own.</summary>
    private readonly Dictionary<string, LeaseBook> _books = new(StringComparer.Ordinal)
    {
        [Whole] = new LeaseBook(0, 0, LeaseTime, LeaseTime),
    };

    private long _epoch;

    private LeaseBook Leases => _books[Whole];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var name = this.GetPrimaryKeyString();
        if (carriers.Find(name) is not { } carrier)
        {
            // Nothing goes over a carrier that is not configured (any more): its lease is of no lines.
            LogUnknown(logger, name);
            return;
        }

        var reserve = carrier.TakesCallBacks(callBack.Value)
            ? CallerReserve.Of(carrier.Channels, carrier.ReservedForCallers)
            : CallerReserve.None;
        _books[Whole] = new LeaseBook(carrier.Channels, carrier.CallsPerSecond, LeaseTime, carrier.LongestCall, reserve);

        foreach (var limit in carrier.Prefixes)
        {
            var channels = limit.Channels == 0 ? carrier.Channels : Math.Min(limit.Channels, carrier.Channels);
            var rate = limit.CallsPerSecond == 0 ? carrier.CallsPerSecond : Math.Min(limit.CallsPerSecond, carrier.CallsPerSecond);
            _books[limit.Prefix] = new LeaseBook(channels, rate, LeaseTime, carrier.LongestCall);
        }

        var now = clock.Now;
        var stored = await store.Load(name);
        _epoch = stored.Epoch;
        foreach (var lease in stored.Leases)
        {
            _books.GetValueOrDefault(lease.Prefix)?.Restore(lease, now);
        }

        // Calls of dialers that died may still hold lines at the carrier; what the others hold is in their leases.
        var living = Leases.Dialers.ToHashSet(StringComparer.Ordinal);
        foreach (var (dialer, prefix, deadline) in await OpenClaims(now))
        {
            foreach (var (limited, book) in _books)
            {
                if (!living.Contains(dialer) && CountsFor(limited, prefix))
                {
                    book.Charge(dialer, deadline);
                }
            }
        }

        await ChargePreviews(carrier, now);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        instruments.Leased(this.GetPrimaryKeyString(), leases: 0, charged: 0);
        return Task.CompletedTask;
    }

    public Task Register(CarrierWork work)
    {
        if (carriers.Find(this.GetPrimaryKeyString())?.Practice != work.Practice)
        {
            // A fence behind the one that chose this carrier: practice and live never meet.
            LogMixed(logger, work.ActionId, work.Practice, this.GetPrimaryKeyString());
            return Task.CompletedTask;
        }

        if (_work.TryAdd(work.ActionId, work))
        {
            WakeAll();
        }

        return Task.CompletedTask;
    }

    public Task Unregister(Guid actionId)
    {
        _work.Remove(actionId);
        return Task.CompletedTask;
    }

    public async Task<CarrierLease> Lease(string dialer, int callsUnderWay, PrefixCount[] prefixes)
    {
        var now = clock.Now;
        await Expire(now);
        var isNew = !Leases.Dialers.Contains(dialer, StringComparer.Ordinal);
        var told = prefixes.ToDictionary(prefix => prefix.Prefix, StringComparer.Ordinal);
        var share = Leases.Grant(dialer, callsUnderWay, now, told.GetValueOrDefault(Whole)?.Starts ?? 0);
        var shares = _books
            .Where(book => book.Key != Whole)
            .Select(book =>
            {
                var (calls, starts) = told.TryGetValue(book.Key, out var count) ? (count.Calls, count.Starts) : (0, 0);
                var part = book.Value.Grant(dialer, calls, now, starts);
                return new PrefixShare(book.Key, part.Channels, part.CallsPerSecond);
            })
            .ToArray();
        await Store();
        if (isNew)
        {
            // They ask at once and give up its part.
            WakeAll(except: dialer);
        }

        return new CarrierLease(share.Channels, share.CallsPerSecond, LeaseTime, [.. _work.Values], shares);
    }

    /// <summary>Waits for none of them: one on a node that stands still would hold up the leases of all, and who does not hear it asks within a second.</summary>
    private void WakeAll(string? except = null)
    {
        foreach (var dialer in Leases.Dialers.Where(dialer => dialer != except).ToArray())
        {
            DialerOf(dialer).Wake().AsTask().Ignore();
        }
    }

    public async Task<int> LeaseForCallers(string node, int held, int wanted)
    {
        var now = clock.Now;
        await Expire(now);
        var allowed = Leases.GrantCallers(node, held, wanted, now);
        await Store();
        return allowed;
    }

    public async Task<bool> Preview(PreviewOrder order)
    {
        // Where the lines do not divide evenly, the first in order has the most.
        foreach (var dialer in Leases.Dialers.Order(StringComparer.Ordinal).ToArray())
        {
            if (await DialerOf(dialer).Preview(order))
            {
                return true;
            }
        }

        return false;
    }

    public Task<CarrierLoad> Load()
    {
        var carrier = carriers.Find(this.GetPrimaryKeyString());
        return Task.FromResult(new CarrierLoad(carrier?.Channels ?? 0, carrier?.CallsPerSecond ?? 0, [.. _work.Values]));
    }

    public Task<CarrierLeases> ShowLeases() => Task.FromResult(Leases.View(clock.Now));

    public async Task Release(string dialer)
    {
        foreach (var book in _books.Values)
        {
            book.Release(dialer, clock.Now);
        }

        await Store();

        // They ask at once, and again while what it began in its last second counts.
        WakeAll();
    }

    public Task StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop)
    {
        _work.Remove(actionId);
        return Task.WhenAll(Leases.Dialers.Select(dialer => DialerOf(dialer).StopAction(actionId, throughEpoch, cut, meaning).AsTask()));
    }

    private IDialerGrain DialerOf(string dialer) => Dialers.Of(GrainFactory, dialer, carriers.MediumOf(this.GetPrimaryKeyString()));

    /// <summary>Which dialer makes a preview is not stored: while a dialer has gone silent, those of the others count twice.</summary>
    private async Task ChargePreviews(CarrierOptions carrier, DateTimeOffset now)
    {
        var previews = PreviewPolicy
            .OpenCalls(await actions.ReadPreviewEvents(now - PreviewPolicy.Longest(carrier)), carrier.Name, now)
            .ToArray();
        foreach (var book in _books.Values)
        {
            book.Recharge(Previews, previews);
        }
    }

    /// <summary>Ends leases that were not renewed. Their dialers can start nothing more: what they still hold are the claims that they stored.</summary>
    private async Task Expire(DateTimeOffset now)
    {
        var expired = _books.Values.SelectMany(book => book.Expire(now)).ToHashSet(StringComparer.Ordinal);
        if (expired.Count == 0)
        {
            return;
        }

        var claims = (await OpenClaims(now)).ToLookup(claim => claim.Dialer, StringComparer.Ordinal);
        foreach (var dialer in expired)
        {
            LogExpired(logger, dialer, claims[dialer].Count());
            foreach (var (limited, book) in _books)
            {
                book.ChargeClaims(dialer, claims[dialer].Where(claim => CountsFor(limited, claim.Prefix)).Select(claim => claim.Deadline));
            }
        }

        if (carriers.Find(this.GetPrimaryKeyString()) is { } carrier)
        {
            await ChargePreviews(carrier, now);
        }
    }

    /// <summary>The claims that may still be calls, with the limited prefix of their numbers (<see cref="ClaimedPrefix"/>).</summary>
    private async Task<IReadOnlyList<(string Dialer, string? Prefix, DateTimeOffset Deadline)>> OpenClaims(DateTimeOffset now)
    {
        var name = this.GetPrimaryKeyString();
        var limits = new PrefixRoom(_books.Keys.Where(prefix => prefix != Whole).Select(prefix => new PrefixCount(prefix, 0)));
        var claims = await store.OpenClaims(name, now, withNumbers: _books.Count > 1);
        return
        [
            .. claims.Select(claim =>
                (DialerKey.Of(name, claim.Incarnation), claimed.Of(claim, carriers.MediumOf(name), limits), claim.Deadline)
            ),
        ];
    }

    /// <summary>Whether a call to a number of a prefix counts for a book; one whose number nobody knows counts for all, to be within every limit.</summary>
    private static bool CountsFor(string limited, string? prefix) => limited == Whole || prefix is null || prefix == limited;

    /// <summary>Nothing is told that is not stored. After a write whose fate is not known, or that somebody else's came before, this activation goes: the next one reads.</summary>
    private async Task Store()
    {
        var stored = false;
        try
        {
            stored = await store.Store(
                this.GetPrimaryKeyString(),
                new StoredCarrier(_epoch, [.. _books.SelectMany(book => book.Value.ToStored(book.Key))])
            );
            _epoch++;
            instruments.Leased(this.GetPrimaryKeyString(), Leases.Dialers.Count(), Leases.Charged(clock.Now));
        }
        finally
        {
            if (!stored)
            {
                DeactivateOnIdle();
            }
        }

        if (!stored)
        {
            throw new StoreUnavailableException("Another grain gives the leases of this carrier");
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Dialer {Dialer} did not renew its lease: its lines are free but for {Claims} claims that may still be calls"
    )]
    private static partial void LogExpired(ILogger logger, string dialer, int claims);

    [LoggerMessage(Level = LogLevel.Error, Message = "Carrier {Carrier} is not configured: nothing is called over it")]
    private static partial void LogUnknown(ILogger logger, string carrier);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Action {ActionId} (practice: {Practice}) was sent to carrier {Carrier}, which is of the other kind: it gets no line"
    )]
    private static partial void LogMixed(ILogger logger, Guid actionId, bool practice, string carrier);
}
