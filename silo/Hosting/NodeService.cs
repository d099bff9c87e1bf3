using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Dossier;
using Burgernet.Silo.Demonstration;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Nodes;
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
    RunningWork work,
    DemonstrationRegister demonstration,
    Telephony telephony,
    NodeDrain drain,
    NodeState state,
    IServer server,
    IOptions<NodeOptions> node,
    RegisterGuard guard,
    Lazy<DossierKeys> dossierKeys,
    CarrierList carriers,
    IOptions<StorageOptions> storage,
    IServiceProvider services,
    ILogger<NodeService> logger
) : IHostedLifecycleService
{
    private int _participants;

    private IEnumerable<IDialerGrain> Dialers =>
        carriers.All.Select(carrier =>
            Burgernet.Grains.Dialing.Dialers.Of(grains, DialerKey.Of(carrier.Name, silo.SiloAddress.ToParsableString()), carrier.Medium)
        );

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // prometheus-net begins to listen to meters at the first collection: what happened before the first scrape must count too.
        ScrapedInstruments.Use();
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(Stream.Null, cancellationToken);
        await guard.Check();
        _ = dossierKeys.Value;
        _participants = await demonstration.Fill();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Dialers.Select(dialer => dialer.Start()));
        await work.Wake();
        state.Started();
        await Console.Out.WriteLineAsync(new NodeText(node.Value.Language).Banner(Facts()));
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var drained = drain.ForStop();
        if (!drained.IsCompleted)
        {
            var text = new NodeText(node.Value.Language);
            await Console.Out.WriteLineAsync(text.Stopping((int)node.Value.StopGrace.TotalSeconds));
        }

        try
        {
            await drained.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException exception)
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
        var words = string.Join(NodeText.NextCarrier, telephony.Trunks.Select(trunk => Words(trunk, text)));
        var url = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? NodeOptions.DefaultUrl;
        var data =
            storage.Value.Provider == StorageOptions.Postgres
                ? $"PostgreSQL {services.GetRequiredService<PostgresDatabase>().Login.Place}"
                : storage.Value.Folder;
        return new NodeFacts(url, _participants, words, data);
    }

    private string Words(NodeTrunk trunk, NodeText text)
    {
        var limits = trunk.Carrier;
        return telephony.Practice is { } practice && practice.LocalEndPoint.Equals(trunk.Peer)
                ? (text.Dutch ? practice.Describe().Dutch : practice.Describe().English)
            : limits.Practice ? text.PracticePeer(limits.Name, trunk.Peer.ToString(), limits.Channels, limits.CallsPerSecond)
            : text.LiveCarrier(limits.Name, limits.Channels, limits.CallsPerSecond);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node stops while calls are under way")]
    private static partial void LogCut(ILogger logger, Exception exception);
}
