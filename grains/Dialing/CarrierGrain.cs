using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.CallBacks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: the carrier's name from configuration. Only <see cref="StopAction"/> interleaves, which waits for dialers; each lease is decided on its own.</summary>
[GrainType("carrier")]
internal sealed partial class CarrierGrain(
    ILaneStore lanes,
    IActionStore actions,
    ILocalSiloDetails silo,
    CarrierList carriers,
    IOptions<CallBackOptions> callBack,
    TimeProvider time,
    ILogger<CarrierGrain> logger
) : Grain, ICarrierGrain
{
    /// <summary>How long a lease is good for.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, CarrierWork> _work = [];
    private readonly Dictionary<string, LeaseBook> _prefixes = new(StringComparer.Ordinal);
    private LeaseBook _leases = new(0, 0, LeaseTime, LeaseTime);

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
        _leases = new LeaseBook(carrier.Channels, carrier.CallsPerSecond, LeaseTime, carrier.LongestCall, reserve);

        foreach (var limit in carrier.Prefixes)
        {
            var channels = limit.Channels == 0 ? carrier.Channels : Math.Min(limit.Channels, carrier.Channels);
            var rate = limit.CallsPerSecond == 0 ? carrier.CallsPerSecond : Math.Min(limit.CallsPerSecond, carrier.CallsPerSecond);
            _prefixes[limit.Prefix] = new LeaseBook(channels, rate, LeaseTime, carrier.LongestCall);
        }

        // Calls of dialers that died may still hold lines at the carrier.
        var now = time.GetUtcNow();
        var previews = await actions.ReadPreviewEvents(now - PreviewPolicy.Longest(carrier));
        var claims = await lanes.OpenClaims(carrier.Name, silo.SiloAddress.ToParsableString());
        foreach (var deadline in claims.Concat(PreviewPolicy.OpenCalls(previews, carrier.Name, now)))
        {
            _leases.Charge(1, deadline);
            foreach (var prefix in _prefixes.Values)
            {
                // To which numbers they are is not known here: to be within every limit, each counts for all.
                prefix.Charge(1, deadline);
            }
        }
    }

    public async Task Register(CarrierWork work)
    {
        if (carriers.Find(this.GetPrimaryKeyString())?.Practice != work.Practice)
        {
            // A fence behind the one that chose this carrier: practice and live never meet.
            LogMixed(logger, work.ActionId, work.Practice, this.GetPrimaryKeyString());
            return;
        }

        if (!_work.TryAdd(work.ActionId, work))
        {
            return;
        }

        foreach (var dialer in _leases.Dialers)
        {
            await DialerOf(dialer).Wake();
        }
    }

    public Task Unregister(Guid actionId)
    {
        _work.Remove(actionId);
        return Task.CompletedTask;
    }

    public Task<CarrierLease> Lease(string dialer, int callsUnderWay, PrefixCount[] prefixes)
    {
        var now = time.GetUtcNow();
        var share = _leases.Grant(dialer, callsUnderWay, now);
        var calls = prefixes.ToDictionary(prefix => prefix.Prefix, prefix => prefix.Calls, StringComparer.Ordinal);
        var shares = _prefixes.Select(prefix =>
        {
            var part = prefix.Value.Grant(dialer, calls.GetValueOrDefault(prefix.Key), now);
            return new PrefixShare(prefix.Key, part.Channels, part.CallsPerSecond);
        });
        return Task.FromResult(new CarrierLease(share.Channels, share.CallsPerSecond, LeaseTime, [.. _work.Values], [.. shares]));
    }

    public Task<int> LeaseForCallers(string node, int held, int wanted) =>
        Task.FromResult(_leases.GrantCallers(node, held, wanted, time.GetUtcNow()));

    public async Task<bool> Preview(PreviewOrder order)
    {
        // Where the lines do not divide evenly, the first in order has the most.
        foreach (var dialer in _leases.Dialers.Order(StringComparer.Ordinal).ToArray())
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

    public Task Release(string dialer)
    {
        _leases.Release(dialer);
        foreach (var prefix in _prefixes.Values)
        {
            prefix.Release(dialer);
        }

        return Task.CompletedTask;
    }

    public Task StopAction(Guid actionId, int throughEpoch, bool cut, CallEnd meaning = CallEnd.CancelledByStop)
    {
        _work.Remove(actionId);
        return Task.WhenAll(_leases.Dialers.Select(dialer => DialerOf(dialer).StopAction(actionId, throughEpoch, cut, meaning).AsTask()));
    }

    private IDialerGrain DialerOf(string dialer) => Dialers.Of(GrainFactory, dialer, carriers.MediumOf(this.GetPrimaryKeyString()));

    [LoggerMessage(Level = LogLevel.Error, Message = "Carrier {Carrier} is not configured: nothing is called over it")]
    private static partial void LogUnknown(ILogger logger, string carrier);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Action {ActionId} (practice: {Practice}) was sent to carrier {Carrier}, which is of the other kind: it gets no line"
    )]
    private static partial void LogMixed(ILogger logger, Guid actionId, bool practice, string carrier);
}
