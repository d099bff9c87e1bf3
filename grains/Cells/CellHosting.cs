using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.DependencyInjection;

namespace Burgernet.Grains.Cells;

/// <summary>What cells, regions and searches need of a silo.</summary>
internal static class CellHosting
{
    /// <summary>Adds it; the ports of the register, a clock and meters come from elsewhere.</summary>
    public static IServiceCollection AddCells(this IServiceCollection services)
    {
        services.AddSingleton<CellInstruments>();
        services.AddSingleton<CellReads>();
        services.AddSingleton<LocalCells>();
        services.AddSingleton<RegisterSearch>();
        services.AddSingleton<RecentMarker>();
        services.AddSingleton(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return new AreaSearch(
                region => grains.GetGrain<IRegionGrain>((long)region),
                provider.GetRequiredService<RecentMarker>(),
                provider.GetRequiredService<IChangeLog>(),
                provider.GetRequiredService<RegisterSearch>(),
                provider.GetRequiredService<CellInstruments>(),
                provider.GetRequiredService<TimeProvider>()
            );
        });
        services.AddPlacementDirector<RegionPlacement, RegionPlacementDirector>();
        return services;
    }
}
