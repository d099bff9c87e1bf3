using System.Collections.Concurrent;
using Burgernet.Benchmarks.Lines;
using Burgernet.Practice;
using Burgernet.TestKit;
using Npgsql;

namespace Burgernet.Benchmarks.Scale;

/// <summary>Nodes on one PostgreSQL with a practice carrier as the witness, each a process of its own, and a control room at the first of them.</summary>
internal sealed class NodeCluster : NodeRoom
{
    /// <summary>Even port numbers are used, and rest for two seconds after their call.</summary>
    private const int CarrierPorts = 3_000;

    private const int PortRestSeconds = 2;

    private readonly TemporaryFolder _folder;
    private readonly ConcurrentBag<MediaPortRow> _ports;
    private readonly NodeProcess _carrier;
    private readonly List<NodeProcess> _nodes;
    private readonly string _record;
    private readonly string _database;
    private readonly Func<int, Task<NodeProcess>> _start;
    private readonly List<NodeRoom> _apart = [];

    private NodeCluster(
        TemporaryFolder folder,
        ConcurrentBag<MediaPortRow> ports,
        NodeProcess carrier,
        List<NodeProcess> nodes,
        string record,
        string database,
        Func<int, Task<NodeProcess>> start
    )
        : base(nodes[0].Address, record) =>
        (_folder, _ports, _carrier, _nodes, _record, _database, _start) = (folder, ports, carrier, nodes, record, database, start);

    /// <summary>Processor time of all nodes and of the carrier so far.</summary>
    public (TimeSpan Nodes, TimeSpan Carrier) ProcessorTime =>
        (_nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime), _carrier.ProcessorTime);

    /// <summary>Where actions are started: here, or at each node where they are apart.</summary>
    public IReadOnlyList<NodeRoom> Rooms => [this, .. _apart];

    /// <summary>What the carrier has written down so far.</summary>
    public IReadOnlyList<PracticeCallRecord> Calls => PracticeRecordFile.Read(_record);

    protected override string Output => string.Join('\n', _nodes.Select(node => node.Output));

    /// <summary>Starts it on an empty database.</summary>
    /// <param name="plan">What is measured.</param>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="server">Makes the database.</param>
    /// <param name="share">For how many nodes there are lines and calls a second; as many as start where it is not said.</param>
    /// <param name="apart">Whether each node is one by itself, on its own database, with its own lines at the same carrier.</param>
    public static async Task<NodeCluster> Start(ScalePlan plan, int nodes, PostgresCluster server, int? share = null, bool apart = false)
    {
        var folder = new TemporaryFolder();
        var record = Path.Combine(folder.Path, "calls.jsonl");
        var carrierPorts = MediaPorts.Row(CarrierPorts);
        var ports = new ConcurrentBag<MediaPortRow> { carrierPorts };
        var (lines, rate) = ((share ?? nodes) * plan.LinesANode, (share ?? nodes) * plan.RateANode);

        // More lines than ours, and a rate that no bunching of packets on the way can look like a breach of.
        var carrier = await NodeProcess.StartPractice(
            Setting($"Burgernet:Practice:Channels={lines * 2}"),
            Setting($"Burgernet:Practice:CallsPerSecond={rate * 2}"),
            Setting($"Burgernet:Practice:Pace={plan.Pace}"),
            Setting($"Burgernet:Practice:FirstMediaPort={carrierPorts.First}"),
            Setting($"Burgernet:Practice:LastMediaPort={carrierPorts.Last}"),
            $"Burgernet:Practice:RecordFile={record}"
        );
        var database = await server.CreateDatabase();
        var (aNode, aNodeRate) = apart ? (plan.LinesANode, plan.RateANode) : (lines, rate);
        Task<NodeProcess> Join(int port) => JoinAt(port, database, "data");
        Task<NodeProcess> JoinAt(int port, string home, string data)
        {
            // Of its own: nodes that take turns on a row of ports have too few for many lines.
            var own = MediaPorts.Row(2 * (plan.LinesANode + (PortRestSeconds * plan.RateANode)));
            ports.Add(own);
            return NodeProcess.StartNode(
                Path.Combine(folder.Path, data),
                [
                    "Burgernet:Storage:Provider=postgres",
                    $"Burgernet:Storage:ConnectionString={home}",
                    "Burgernet:Cluster:Id=bench",
                    Setting($"Burgernet:Node:SiloPort={port}"),
                    Setting($"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
                    $"Burgernet:Carrier:Peer={carrier.Address}",
                    Setting($"Burgernet:Carrier:FirstMediaPort={own.First}"),
                    Setting($"Burgernet:Carrier:LastMediaPort={own.Last}"),
                    Setting($"Burgernet:Carrier:Channels={aNode}"),
                    Setting($"Burgernet:Carrier:CallsPerSecond={aNodeRate}"),
                    $"Burgernet:Carrier:RingLimit={plan.RingLimit:c}",
                    "Burgernet:Carrier:LingerAfterMessage=00:00:00",
                    Setting($"Burgernet:Demonstration:Participants={plan.Participants}"),
                    .. Unbounded,
                ]
            );
        }

        var joined = new List<NodeProcess>();
        try
        {
            // The first one brings the schema and the register; the others find both.
            joined.Add(await Join(FreeUdpPort.TakeWithTcp()));
            var others = Enumerable
                .Range(1, nodes - 1)
                .Select(async i =>
                    apart
                        ? await JoinAt(FreeUdpPort.TakeWithTcp(), await server.CreateDatabase(), Setting($"data{i}"))
                        : await Join(FreeUdpPort.TakeWithTcp())
                )
                .ToArray();
            foreach (var other in others)
            {
                joined.Add(await other);
            }

            var cluster = new NodeCluster(folder, ports, carrier, joined, record, database, Join);
            cluster._apart.AddRange(
                joined.Skip(1).Where(_ => apart).Select(node => new ApartRoom(node.Address, record, () => node.Output))
            );
            return cluster;
        }
        catch
        {
            foreach (var process in joined.Append(carrier))
            {
                await process.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>One more node. It is there when its API is.</summary>
    /// <param name="siloPort">By this port its claims are known (<see cref="ClaimsOf"/>).</param>
    public async Task<NodeProcess> Join(int siloPort)
    {
        var node = await _start(siloPort);
        _nodes.Add(node);
        return node;
    }

    /// <summary>The Call-IDs that a node claimed.</summary>
    /// <param name="siloPort">Where its silo listens.</param>
    public async Task<HashSet<string>> ClaimsOf(int siloPort)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand("select call_id from attempt where incarnation like $1");
        command.Parameters.Add(new NpgsqlParameter { Value = Setting($"%:{siloPort}@%") });
        await using var reader = await command.ExecuteReaderAsync();
        var claims = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            claims.Add(reader.GetString(0));
        }

        return claims;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var room in _apart)
        {
            await room.DisposeAsync();
        }

        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _carrier.DisposeAsync();
        foreach (var row in _ports)
        {
            row.Dispose();
        }

        _folder.Dispose();
    }
}
