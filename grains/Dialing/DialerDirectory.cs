using System.Collections.Concurrent;
using Orleans.GrainDirectory;

namespace Burgernet.Grains.Dialing;

/// <summary>Where dialers are: each silo knows its own, and all others find them by placement, which goes by the silo in the key.</summary>
/// <remarks>
/// The directory that Orleans spreads over the silos puts away a grain when the silo dies that kept its entry. A dialer holds calls that are under way:
/// it must outlive every silo but its own.
/// </remarks>
internal sealed class DialerDirectory : IGrainDirectory
{
    /// <summary>Its name.</summary>
    public const string Name = "dialers";

    private readonly ConcurrentDictionary<GrainId, GrainAddress> _here = new();

    public Task<GrainAddress?> Register(GrainAddress address) => Task.FromResult<GrainAddress?>(_here.GetOrAdd(address.GrainId, address));

    public Task Unregister(GrainAddress address)
    {
        if (_here.TryGetValue(address.GrainId, out var known) && known.ActivationId.Equals(address.ActivationId))
        {
            _here.TryRemove(KeyValuePair.Create(address.GrainId, known));
        }

        return Task.CompletedTask;
    }

    public Task<GrainAddress?> Lookup(GrainId grainId) => Task.FromResult(_here.GetValueOrDefault(grainId));

    /// <summary>Their dialers were never here.</summary>
    public Task UnregisterSilos(List<SiloAddress> siloAddresses) => Task.CompletedTask;
}
