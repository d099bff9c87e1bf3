using Burgernet.Cells;
using Burgernet.Grains.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Silo.Hosting;
using Burgernet.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Burgernet.Tests.Scenarios.Cells;

/// <summary>A silo with the real cells, regions, search and warm-up over a register in memory.</summary>
internal sealed class CellNode : IAsyncDisposable
{
    private readonly IHost _host;

    private CellNode(IHost host, FakeTimeProvider time) => (_host, Time) = (host, time);

    public FakeTimeProvider Time { get; }

    public WarmUpProgress WarmUp => _host.Services.GetRequiredService<WarmUpProgress>();

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<CellNode> Start(MemoryRegister register, bool warmUp)
    {
        var time = new FakeTimeProvider();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePorts.Take(), FreePorts.Take()));
        builder.Services.AddMetrics();
        builder.Services.AddCells();
        builder.Services.AddSingleton<TimeProvider>(TimeProvider.System);
        builder.Services.AddSingleton<ISubscriptionStore>(register);
        builder.Services.AddSingleton<IChangeLog>(register);
        builder.Services.AddSingleton<WarmUpProgress>();
        if (warmUp)
        {
            builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RegisterWarmUp>(provider, time));
        }

        var node = new CellNode(builder.Build(), time);
        await node._host.StartAsync();
        return node;
    }

    public Task UntilWarm() =>
        Eventually.Holds(
            "the register is in memory",
            () => Task.FromResult(WarmUp.Done),
            TimeSpan.FromSeconds(30),
            () => $"{WarmUp.Cells} cells filled"
        );

    public async Task<List<Candidate>> Search(CellQuery query)
    {
        var found = new List<Candidate>();
        await foreach (var band in _host.Services.GetRequiredService<AreaSearch>().Run(query))
        {
            found.AddRange(band.People);
        }

        return found;
    }

    /// <summary>Tells cells and regions of a change, as a participant does.</summary>
    public async Task Tell(ParticipantVersion version, ulong[] cells)
    {
        await Task.WhenAll(cells.Select(cell => Grains.GetGrain<IGeoCellGrain>((long)cell).Apply([version])));
        var regions = cells.GroupBy(CellMask.RegionOf);
        await Task.WhenAll(regions.Select(region => Grains.GetGrain<IRegionGrain>((long)region.Key).Recount([.. region])));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
