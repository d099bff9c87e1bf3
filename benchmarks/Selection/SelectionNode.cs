using System.Diagnostics;
using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Burgernet.Benchmarks.Selection;

/// <summary>A silo with the real cells, regions, warm-up and search.</summary>
internal sealed class SelectionNode : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly AreaSearch _search;
    private readonly AreaSearch _cellsAlone;

    private SelectionNode(IHost host, TimeSpan warm, double heapBytes)
    {
        (_host, Warm, HeapBytes) = (host, warm, heapBytes);
        _search = host.Services.GetRequiredService<AreaSearch>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var none = new NoChanges();
        _cellsAlone = new AreaSearch(
            region => grains.GetGrain<IRegionGrain>((long)region),
            new RecentMarker(none, TimeProvider.System),
            none,
            host.Services.GetRequiredService<RegisterSearch>(),
            host.Services.GetRequiredService<CellInstruments>(),
            TimeProvider.System
        );
    }

    /// <summary>From the start of the host until every cell was filled.</summary>
    public TimeSpan Warm { get; }

    /// <summary>What start and warm-up added to the heap, collected.</summary>
    public double HeapBytes { get; }

    /// <summary>Starts it and waits until it is warm.</summary>
    public static async Task<SelectionNode> Start(PostgresSubscriptionStore register)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePorts.Take(), FreePorts.Take()));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddMetrics();
        builder.Services.AddCells();
        builder.Services.AddSingleton<ISubscriptionStore>(register);
        builder.Services.AddSingleton<IChangeLog>(register);
        builder.Services.AddSingleton<WarmUpProgress>();
        builder.Services.AddHostedService<RegisterWarmUp>();
        builder.Services.AddHostedService<MarkerService>();
        var host = builder.Build();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        await host.StartAsync();
        var progress = host.Services.GetRequiredService<WarmUpProgress>();
        while (!progress.Done)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        var warm = Stopwatch.GetElapsedTime(began);
        return new SelectionNode(host, warm, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    /// <summary>Searches.</summary>
    /// <returns>Everyone found, the time until the nearest band was out, and until the end with its second look.</returns>
    public Task<(List<Guid> People, TimeSpan First, TimeSpan All)> Search(SelectionArea area) => Search(_search, area);

    /// <summary>Searches without asking the change log: how long cells and their messages take.</summary>
    public async Task<TimeSpan> SearchCellsAlone(SelectionArea area) => (await Search(_cellsAlone, area)).All;

    private static async Task<(List<Guid> People, TimeSpan First, TimeSpan All)> Search(AreaSearch search, SelectionArea area)
    {
        var people = new List<Guid>();
        var first = TimeSpan.Zero;
        var began = Stopwatch.GetTimestamp();
        await foreach (var band in search.Run(new CellQuery { Area = area.Area, From = area.From }))
        {
            first = first == TimeSpan.Zero ? Stopwatch.GetElapsedTime(began) : first;
            foreach (ref readonly var person in band.People)
            {
                people.Add(person.ParticipantId);
            }
        }

        return (people, first, Stopwatch.GetElapsedTime(began));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
