using System.Globalization;
using System.Text;
using Burgernet.Practice;
using Burgernet.TestKit;

namespace Burgernet.Benchmarks.Chaos;

/// <summary>Nodes that come and go on a PostgreSQL of their own, with the practice carrier as the witness; each a process of its own.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private static readonly string[] Unbounded =
    [
        .. new[] { "missing-child", "theft" }.SelectMany(kind =>
            new[]
            {
                "QuietHours=none",
                "RetryAfter=none",
                "Deadline=none",
                "LargestAreaSquareKilometres=10000",
                "ConfirmAbove=1000000",
            }.Select(setting => $"Burgernet:Kinds:{kind}:{setting}")
        ),
    ];

    private readonly ChaosPlan _plan;
    private readonly TemporaryFolder _folder;
    private readonly string _connection;
    private readonly List<ChaosNode> _nodes = [];
    private readonly List<ChaosNode> _frozen = [];
    private readonly List<ChaosNode> _gone = [];

    private ChaosCluster(ChaosPlan plan, TemporaryFolder folder, PostgresCluster server, string connection, NodeProcess carrier)
    {
        (_plan, _folder, _connection) = (plan, folder, connection);
        (Server, Carrier, Database) = (server, carrier, new ChaosDatabase(connection));
    }

    /// <summary>The database server.</summary>
    public PostgresCluster Server { get; }

    /// <summary>The witness.</summary>
    public NodeProcess Carrier { get; }

    /// <summary>What the nodes stored.</summary>
    public ChaosDatabase Database { get; }

    /// <summary>The nodes that run, in the order of their starts: not those that are frozen, nor those that ended, be it by themselves.</summary>
    public IReadOnlyList<ChaosNode> Nodes
    {
        get
        {
            lock (_nodes)
            {
                return [.. _nodes.Where(node => !node.Process.HasEnded).OrderBy(node => node.Number)];
            }
        }
    }

    /// <summary>What the witness wrote down so far.</summary>
    public IReadOnlyList<PracticeCallRecord> Record => PracticeRecordFile.Read(RecordFile(_folder));

    /// <summary>The last lines of every node, for whoever waits in vain.</summary>
    public string Output =>
        string.Join(
            "\n\n",
            All().Select(node => $"node {node.Number}:\n{string.Join('\n', node.Process.Output.Split('\n').Where(IsNoFrame).TakeLast(80))}")
        );

    /// <summary>Writes what each node printed to a file of its own.</summary>
    public async Task WriteLogs(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var node in All())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Setting($"node-{node.Number}.log")), node.Process.Output);
        }
    }

    /// <summary>What the store and the nodes say of work and lines, for whoever waits in vain.</summary>
    public async Task<string> Describe()
    {
        var said = new StringBuilder(await Database.Describe());
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var node in Nodes)
        {
            said.Append(CultureInfo.InvariantCulture, $"\nnode {node.Number}: ");
            try
            {
                said.Append(await http.GetStringAsync(new Uri(new Uri(node.Process.Address), "/v1/nodes")));
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                said.Append(exception.Message);
            }
        }

        return said.ToString();
    }

    /// <summary>Starts all.</summary>
    public static async Task<ChaosCluster> Start(ChaosPlan plan, PostgresCluster server)
    {
        var folder = new TemporaryFolder();
        var carrier = await NodeProcess.StartPractice(
            Setting($"Burgernet:Practice:Channels={plan.Lines}"),
            Setting($"Burgernet:Practice:CallsPerSecond={plan.ContractCallsPerSecond}"),
            Setting($"Burgernet:Practice:Pace={plan.Pace}"),
            $"Burgernet:Practice:LongestRing={plan.RingLimit + TimeSpan.FromSeconds(1):c}",
            $"Burgernet:Practice:SilenceLimit={ChaosPlan.SilenceLimit:c}",
            $"Burgernet:Practice:RecordFile={RecordFile(folder)}"
        );
        var cluster = new ChaosCluster(plan, folder, server, await server.CreateDatabase(), carrier);

        // The first one brings the schema and the register; the others find both.
        await cluster.Join();
        await Task.WhenAll(Enumerable.Range(1, plan.Nodes - 1).Select(_ => cluster.Join()));
        return cluster;
    }

    /// <summary>Starts a node more and returns when it is up.</summary>
    public async Task<ChaosNode> Join()
    {
        var port = FreeUdpPort.TakeWithTcp();
        var process = await NodeProcess.StartNode(
            Path.Combine(_folder.Path, "data"),
            [
                "Burgernet:Storage:Provider=postgres",
                $"Burgernet:Storage:ConnectionString={_connection}",
                "Burgernet:Cluster:Id=chaos",
                Setting($"Burgernet:Node:SiloPort={port}"),
                Setting($"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
                $"Burgernet:Carrier:Peer={Carrier.Address}",
                Setting($"Burgernet:Carrier:Channels={_plan.Lines}"),
                Setting($"Burgernet:Carrier:CallsPerSecond={_plan.CallsPerSecond}"),
                $"Burgernet:Carrier:Prefixes:0:Prefix={_plan.Prefix}",
                Setting($"Burgernet:Carrier:Prefixes:0:Channels={_plan.PrefixLines}"),
                $"Burgernet:Carrier:RingLimit={_plan.RingLimit:c}",
                $"Burgernet:Carrier:LongestMessage={ChaosPlan.LongestMessage:c}",
                "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
                Setting($"Burgernet:Demonstration:Participants={_plan.People}"),
                .. Unbounded,
            ]
        );
        lock (_nodes)
        {
            var node = new ChaosNode(All().Count() + 1, port, process);
            _nodes.Add(node);
            return node;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill(ChaosNode node)
    {
        Move(node, _nodes, _gone);
        await node.Process.Kill();
    }

    /// <summary>Stops a node's time for a while.</summary>
    public async Task Freeze(ChaosNode node, TimeSpan duration)
    {
        Move(node, _nodes, _frozen);
        node.Process.Freeze();
        await Task.Delay(duration, TimeProvider.System);
        node.Process.Unfreeze();
        Move(node, _frozen, _nodes);
    }

    /// <summary>Holds the dossiers of both actions against themselves, as an auditor would.</summary>
    /// <returns>The exit code (0 is unbroken) and what it said.</returns>
    public Task<(int ExitCode, string Output)> Verify() =>
        NodeProcess.RunToEnd(
            "verify",
            "--all",
            $"--Burgernet:Storage:Folder={Path.Combine(_folder.Path, "data")}",
            "--Burgernet:Storage:Provider=postgres",
            $"--Burgernet:Storage:ConnectionString={_connection}",
            "--Burgernet:Node:Language=en"
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var node in All())
        {
            await node.Process.DisposeAsync();
        }

        await Carrier.DisposeAsync();
        _folder.Dispose();
    }

    private static bool IsNoFrame(string line) => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal);

    private IEnumerable<ChaosNode> All() => _nodes.Concat(_frozen).Concat(_gone);

    private void Move(ChaosNode node, List<ChaosNode> from, List<ChaosNode> to)
    {
        lock (_nodes)
        {
            from.Remove(node);
            to.Add(node);
        }
    }

    private static string RecordFile(TemporaryFolder folder) => Path.Combine(folder.Path, "calls.jsonl");

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
