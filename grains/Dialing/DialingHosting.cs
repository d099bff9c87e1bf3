using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;

namespace Burgernet.Grains.Dialing;

/// <summary>What lanes, carriers and dialers need of their host.</summary>
public static class DialingHosting
{
    /// <summary>Adds it; to be called after Orleans was added.</summary>
    public static IServiceCollection AddDialing(this IServiceCollection services)
    {
        services.AddSingleton<TrunkBoard>();
        services.AddSingleton<DialingInstruments>();
        services.AddSingleton<ClaimedPrefix>();
        services.AddSingleton<LeaseClock>();
        services.AddPlacementDirector<DialerPlacement, DialerPlacementDirector>();
        services.AddPlacementDirector<HashBasedPlacement, LanePlacementDirector>();
        services.AddGrainDirectory(DialerDirectory.Name, (_, _) => new DialerDirectory());
        return services;
    }
}
