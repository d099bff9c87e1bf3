using System.Globalization;
using System.Net;
using System.Text.Json;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Nodes on one PostgreSQL, with the carrier in a process of its own as the witness.</summary>
internal sealed class ClusterBench : IAsyncDisposable
{
    public const int Channels = 60;

    /// <summary>So many that a node which joins in the middle of the action still finds calls to place, however long its start takes.</summary>
    public const int ManyDeliveries = 500;

    /// <summary>Where all nodes are there before the action starts.</summary>
    public const int FewerDeliveries = 300;

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly List<NodeProcess> _nodes = [];
    private readonly List<TcpProxy> _ways = [];
    private readonly int _deliveries;
    private NodeProcess _carrier = null!;

    private ClusterBench(int deliveries) => _deliveries = deliveries;

    public NodeDatabase Database { get; private set; } = null!;

    public IReadOnlyList<PracticeCallRecord> Calls => PracticeRecordFile.Read(RecordFile);

    private string RecordFile => Path.Combine(_folder.Path, "calls.jsonl");

    private string Data => Path.Combine(_folder.Path, "data");

    /// <summary>Starts the carrier and makes the database; nodes come by <see cref="Join()"/>.</summary>
    /// <param name="server">Makes databases.</param>
    /// <param name="deliveries">People in the register, and so of the action.</param>
    public static async Task<ClusterBench> Create(PostgresServer server, int deliveries)
    {
        var bench = new ClusterBench(deliveries);
        bench._carrier = await NodeProcess.StartPractice(
            $"Burgernet:Practice:RecordFile={bench.RecordFile}",
            "Burgernet:Practice:Pace=0.1",
            $"Burgernet:Practice:Channels={Channels}",
            "Burgernet:Practice:CallsPerSecond=100"
        );
        bench.Database = await NodeDatabase.Create(NodeDatabase.Postgres, bench.Data, server);
        return bench;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var way in _ways)
        {
            await way.DisposeAsync();
        }

        await _carrier.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Starts a node of the cluster.</summary>
    public Task<NodeProcess> Join() => Join(NodeProgram.Built, FreeUdpPort.TakeWithTcp());

    /// <summary>Starts a node of another build.</summary>
    public Task<NodeProcess> Join(NodeProgram program) => Join(program, FreeUdpPort.TakeWithTcp());

    /// <summary>Starts a node whose silo listens on a port: by it its dialer is known in claims.</summary>
    public Task<NodeProcess> Join(int siloPort) => Join(NodeProgram.Built, siloPort);

    /// <summary>Starts a node that the others reach through something that can be cut. What it reaches itself, it reaches through theirs.</summary>
    public async Task<(NodeProcess Node, TcpProxy Way)> JoinBehindProxy()
    {
        var listen = new IPEndPoint(IPAddress.Loopback, FreeUdpPort.TakeWithTcp());
        var way = TcpProxy.Start(listen);
        _ways.Add(way);
        return (await Join(NodeProgram.Built, way.EndPoint.Port, $"Burgernet:Cluster:Listen={listen}"), way);
    }

    /// <summary>Starts a node with a wall clock that can be stepped.</summary>
    /// <param name="more">Further settings.</param>
    public async Task<(NodeProcess Node, SteppedClock Clock)> JoinWithAClock(params string[] more)
    {
        var clock = SteppedClock.Create(_folder.Path);
        return (await Join(NodeProgram.Built, FreeUdpPort.TakeWithTcp(), clock, more), clock);
    }

    private Task<NodeProcess> Join(NodeProgram program, int siloPort, params string[] more) => Join(program, siloPort, null, more);

    private async Task<NodeProcess> Join(NodeProgram program, int siloPort, SteppedClock? clock, string[] more)
    {
        string[] settings =
        [
            .. Database.Settings,
            "Burgernet:Cluster:Id=test",
            Setting($"Burgernet:Node:SiloPort={siloPort}"),
            Setting($"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
            $"Burgernet:Carrier:Peer={_carrier.Address}",
            Setting($"Burgernet:Carrier:Channels={Channels}"),
            "Burgernet:Carrier:CallsPerSecond=80",
            "Burgernet:Carrier:RingLimit=00:00:04",
            "Burgernet:Carrier:LongestMessage=00:01:30",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
            Setting($"Burgernet:Demonstration:Participants={_deliveries}"),
            .. more,
        ];
        var node = await NodeProcess.StartNode(program, Data, settings, clock?.Environment);
        _nodes.Add(node);
        return node;
    }

    public static async Task<string> Start(ControlRoom room)
    {
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(2)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        return action;
    }

    /// <summary>Runs a command of the node with the cluster's database.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> Run(NodeProgram program, params IEnumerable<string> arguments)
    {
        string[] settings = [$"Burgernet:Storage:Folder={Data}", "Burgernet:Node:Language=en", .. Database.Settings];
        var (code, output) = await NodeProcess.RunToEnd(program, [.. arguments, .. settings.Select(setting => $"--{setting}")]);
        Assert.True(code == 0, $"{string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }

    /// <summary>Dialers that have claimed something.</summary>
    public long Incarnations() => Database.Number("select count(distinct incarnation) from attempt");

    public static Task<bool> IsDone(ControlRoom room, string action, int deliveries) =>
        room.Check(action, progress => progress.GetProperty("done").GetInt32() >= deliveries);

    public static async Task<bool> IsComplete(ControlRoom room, string action)
    {
        try
        {
            return await room.IsComplete(action);
        }
        catch (Exception exception) when (exception is Xunit.Sdk.XunitException or HttpRequestException)
        {
            // Its grain may just be on its way from the silo that died.
            return false;
        }
    }

    /// <summary>Witness and dossier agree: each delivery one result, no call without a claim, never more lines than there are.</summary>
    public async Task<IReadOnlyList<PracticeCallRecord>> ShouldBeSound(ControlRoom room, string action)
    {
        var deliveries = await room.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(_deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(JsonValueKind.String, delivery.GetProperty("result").ValueKind));
        var calls = Calls;
        // A call of a node that died is taken down by the carrier when it has heard nothing for long; until then its claim is charged.
        var refused = calls
            .Where(call => call.Refusal is not (null or PracticeRefusal.Silence or PracticeRefusal.NotAcknowledged))
            .ToArray();
        Assert.True(
            refused.Length == 0,
            string.Join(
                '\n',
                refused.Select(call => Setting($"{call.Refusal} of {call.CallId} at {call.Invited.Utc:O}, {call.ChannelsAtStart} channels"))
            )
        );
        Assert.InRange(calls.Max(call => call.ChannelsAtStart), 1, Channels);
        var redialled = deliveries.Count(delivery => delivery.GetProperty("redialled").GetBoolean());
        var twice = calls.Where(call => call.RtpPackets > 0).CountBy(call => call.Called).Count(number => number.Value > 1);
        Assert.True(
            twice <= redialled,
            $"{twice} people were spoken to twice by the carrier's record, {redialled} are marked as redialled"
        );
        Assert.Empty(calls.Select(call => call.CallId.Split('@')[0]).Except(Database.ClaimedCallIds(), StringComparer.Ordinal));
        return calls;
    }

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
