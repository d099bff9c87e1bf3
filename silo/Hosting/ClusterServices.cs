using System.Net;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Orleans.Configuration;

namespace Burgernet.Silo.Hosting;

/// <summary>Joins the node to its cluster, or lets it be one of its own.</summary>
internal static class ClusterServices
{
    private const string Service = "burgernet";
    private const string Invariant = "Npgsql";

    /// <summary>How long a call between grains may take.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LoadInterval = TimeSpan.FromSeconds(5);

    /// <summary>Adds it.</summary>
    /// <exception cref="NodeSettingException">A setting that cannot be right.</exception>
    public static void Add(ISiloBuilder silo, IConfiguration configuration)
    {
        var node = configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new NodeOptions();
        var cluster = configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        if (cluster.Enabled)
        {
            Join(silo, configuration, node, cluster);
        }
        else
        {
            silo.UseLocalhostClustering(
                node.SiloPort == 0 ? FreePorts.Take() : node.SiloPort,
                node.GatewayPort == 0 ? FreePorts.Take() : node.GatewayPort
            );
        }

        silo.AddLiveStreams();
        silo.Configure<MessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
    }

    /// <summary>Where it listens for other nodes, where that is said; null where it is not, or cannot be.</summary>
    public static IPEndPoint? ListenEndPoint(ClusterOptions cluster) =>
        IPEndPoint.TryParse(cluster.Listen, out var endPoint) && endPoint.Port > 0 ? endPoint : null;

    private static void Join(ISiloBuilder silo, IConfiguration configuration, NodeOptions node, ClusterOptions cluster)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (storage.Provider != StorageOptions.Postgres)
        {
            throw new NodeSettingException(
                $"{ClusterOptions.Section}:{nameof(ClusterOptions.Id)}: a cluster needs PostgreSQL ({StorageOptions.Section}:{nameof(StorageOptions.Provider)}=postgres)"
            );
        }

        if (!IPAddress.TryParse(cluster.Address, out var address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            throw new NodeSettingException(
                $"{ClusterOptions.Section}:{nameof(ClusterOptions.Address)}: '{cluster.Address}' is not the IP address of one network interface"
            );
        }

        // A dead node's port tells whoever comes back there at once that it is dead: without fixed ports others wait for its silence.
        if (node.SiloPort == 0 || node.GatewayPort == 0)
        {
            throw new NodeSettingException(
                $"{NodeOptions.Section}:{nameof(NodeOptions.SiloPort)}, {nameof(NodeOptions.GatewayPort)}: a node of a cluster needs fixed ports"
            );
        }

        if (cluster.Listen.Length > 0 && ListenEndPoint(cluster) is null)
        {
            throw new NodeSettingException(
                $"{ClusterOptions.Section}:{nameof(ClusterOptions.Listen)}: '{cluster.Listen}' is not an IP address with a port"
            );
        }

        var login = PostgresLogin.Of(
            storage,
            configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions()
        );
        silo.ConfigureEndpoints(address, node.SiloPort, node.GatewayPort, listenOnAnyHostAddress: false);
        silo.Configure<EndpointOptions>(endpoints => endpoints.SiloListeningEndpoint = ListenEndPoint(cluster));
        silo.Configure<Orleans.Configuration.ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, Service));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, login.MembershipConnection));
        silo.Configure<ClusterMembershipOptions>(Watchful);

        // Each node tells each other one how busy it is, every second by default. Nothing of ours is placed by that.
        silo.Configure<DeploymentLoadPublisherOptions>(load => load.DeploymentLoadPublisherRefreshTime = LoadInterval);
    }

    /// <summary>3 s after kill -9, 10 s after a freeze, and not at a pause of the garbage collector.</summary>
    private static void Watchful(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedProbesLimit = 3;

        // Its default of 20 s hides a frozen host for a minute.
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(3);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
    }
}
