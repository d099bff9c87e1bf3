using Burgernet.Dialing;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Dialing;

/// <summary>Key: the carrier's name from configuration. Nothing interleaves: each lease is decided on its own.</summary>
[GrainType("carrier")]
internal sealed class CarrierGrain(ILaneStore lanes, ILocalSiloDetails silo, IOptions<CarrierOptions> options, TimeProvider time)
    : Grain,
        ICarrierGrain
{
    /// <summary>How long a lease is good for.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, CarrierWork> _work = [];
    private LeaseBook _leases = new(0, 0, LeaseTime, LeaseTime);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var carrier = options.Value;
        var longestCall = carrier.RingLimit + carrier.LongestMessage + carrier.LingerAfterMessage;
        _leases = new LeaseBook(carrier.Channels, carrier.CallsPerSecond, LeaseTime, longestCall);

        // Calls of dialers that died may still hold lines at the carrier.
        foreach (var deadline in await lanes.OpenClaims(carrier.Name, silo.SiloAddress.ToParsableString()))
        {
            _leases.Charge(1, deadline);
        }
    }

    public async Task Register(CarrierWork work)
    {
        if (!_work.TryAdd(work.ActionId, work))
        {
            return;
        }

        foreach (var dialer in _leases.Dialers)
        {
            await GrainFactory.GetGrain<IDialerGrain>(dialer).Wake();
        }
    }

    public Task Unregister(Guid actionId)
    {
        _work.Remove(actionId);
        return Task.CompletedTask;
    }

    public Task<CarrierLease> Lease(string dialer, int callsUnderWay)
    {
        var share = _leases.Grant(dialer, callsUnderWay, time.GetUtcNow());
        return Task.FromResult(new CarrierLease(share.Channels, share.CallsPerSecond, LeaseTime, [.. _work.Values]));
    }

    public Task<CarrierLoad> Load() =>
        Task.FromResult(new CarrierLoad(options.Value.Channels, options.Value.CallsPerSecond, [.. _work.Values]));

    public Task Release(string dialer)
    {
        _leases.Release(dialer);
        return Task.CompletedTask;
    }

    public Task StopAction(Guid actionId)
    {
        _work.Remove(actionId);
        return Task.WhenAll(_leases.Dialers.Select(dialer => GrainFactory.GetGrain<IDialerGrain>(dialer).StopAction(actionId).AsTask()));
    }
}
