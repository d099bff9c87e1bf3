using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Imports;
using Burgernet.Imports;
using Burgernet.Silo.Demonstration;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Prometheus;

namespace Burgernet.Silo.Hosting;

/// <summary>Starts what the silo needs around it, wakes what was running, and stops politely.</summary>
internal sealed partial class NodeService(
    IGrainFactory grains,
    ILocalSiloDetails silo,
    IActionStore actions,
    IImportStore imports,
    DemonstrationRegister demonstration,
    Telephony telephony,
    NodeState state,
    IServer server,
    IOptions<NodeOptions> node,
    RegisterGuard guard,
    IOptions<CarrierOptions> carrier,
    IOptions<StorageOptions> storage,
    IServiceProvider services,
    ILogger<NodeService> logger
) : IHostedLifecycleService
{
    private int _participants;

    private IDialerGrain Dialer => grains.GetGrain<IDialerGrain>(DialerKey.Of(carrier.Value.Name, silo.SiloAddress.ToParsableString()));

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // prometheus-net begins to listen to meters at the first collection: what happened before the first scrape must count too.
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(Stream.Null, cancellationToken);
        await guard.Check();
        _participants = await demonstration.Fill();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await Dialer.Start();
        foreach (var action in await actions.ListRunning())
        {
            LogResumes(logger, action);
            await grains.GetGrain<IActionGrain>(action).Resume();
        }

        foreach (var import in await imports.ListRunning())
        {
            await grains.GetGrain<IImportGrain>(import).Resume();
        }

        state.Started();
        await Console.Out.WriteLineAsync(new NodeText(node.Value.Language).Banner(Facts()));
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        state.Stopping();
        var grace = node.Value.StopGrace;
        await Console.Out.WriteLineAsync(new NodeText(node.Value.Language).Stopping((int)grace.TotalSeconds));
        try
        {
            await Dialer.Drain(grace).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException or OrleansException)
        {
            // Calls that are cut here are claims of a dead dialer at the next start.
            LogCut(logger, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private NodeFacts Facts()
    {
        var text = new NodeText(node.Value.Language);
        var limits = carrier.Value;
        var words =
            telephony.Practice is { } practice ? (node.Value.Language == "nl" ? practice.Describe().Dutch : practice.Describe().English)
            : limits.Practice ? text.PracticePeer(limits.Name, telephony.Peer.ToString(), limits.Channels, limits.CallsPerSecond)
            : text.LiveCarrier(limits.Name, limits.Channels, limits.CallsPerSecond);
        var url = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? NodeOptions.DefaultUrl;
        var data =
            storage.Value.Provider == StorageOptions.Postgres
                ? $"PostgreSQL {services.GetRequiredService<PostgresDatabase>().Login.Place}"
                : storage.Value.Folder;
        return new NodeFacts(url, _participants, words, data);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Action {ActionId} was running when the node stopped: it goes on")]
    private static partial void LogResumes(ILogger logger, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node stops while calls are under way")]
    private static partial void LogCut(ILogger logger, Exception exception);
}
