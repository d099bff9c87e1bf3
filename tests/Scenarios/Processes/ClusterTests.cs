using System.Globalization;
using System.Text.Json;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Two nodes on one PostgreSQL, with the carrier in a process of its own as the witness.</summary>
public sealed class ClusterTests(PostgresServer server) : IAsyncLifetime
{
    private const int Deliveries = 500;
    private const int Channels = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly List<NodeProcess> _nodes = [];
    private NodeProcess _carrier = null!;
    private NodeDatabase _database = null!;

    private string RecordFile => Path.Combine(_folder.Path, "calls.jsonl");

    private string Data => Path.Combine(_folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        _carrier = await NodeProcess.StartPractice(
            $"Burgernet:Practice:RecordFile={RecordFile}",
            "Burgernet:Practice:Pace=0.1",
            $"Burgernet:Practice:Channels={Channels}",
            "Burgernet:Practice:CallsPerSecond=100"
        );
        _database = await NodeDatabase.Create(NodeDatabase.Postgres, Data, server);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _carrier.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Cluster_ANodeKilledInTheMiddle_TheOtherGoesOnAndNobodyWhoAnsweredIsCalledAgain()
    {
        var first = await Join();
        var second = await Join();
        using var room = new ControlRoom(first.Address);
        var action = await Start(room, first);
        await Eventually.Holds("both nodes had placed calls", () => Task.FromResult(Incarnations() == 2), Patience);
        await Eventually.Holds("100 deliveries were done", () => IsDone(room, action, 100), Patience);

        await first.Kill();
        var answered = _database.AnsweredNumbers();
        var callsBefore = PracticeRecordFile.Read(RecordFile).Count;
        Assert.NotEmpty(answered);

        using var other = new ControlRoom(second.Address);
        await Eventually.Holds(
            "the action was complete on the node that lives",
            () => IsComplete(other, action),
            Patience,
            () => second.Output
        );

        var calls = await ShouldBeSound(other, action);
        Assert.DoesNotContain(calls.Skip(callsBefore), call => answered.Contains(call.Called));
    }

    [Fact]
    public async Task Cluster_ANodeJoinsAndAnotherLeavesPolitely_NobodyIsLostOrCalledTwice()
    {
        var first = await Join();
        using var room = new ControlRoom(first.Address);
        var action = await Start(room, first);
        await Eventually.Holds("50 deliveries were done", () => IsDone(room, action, 50), Patience);

        var second = await Join();
        await Eventually.Holds("the node that joined had placed calls", () => Task.FromResult(Incarnations() == 2), Patience);

        first.Terminate();
        Assert.Equal(0, await first.Ended(TimeSpan.FromMinutes(1)));

        using var other = new ControlRoom(second.Address);
        await Eventually.Holds(
            "the action was complete on the node that stayed",
            () => IsComplete(other, action),
            Patience,
            () => second.Output
        );

        var calls = await ShouldBeSound(other, action);
        var spokenTo = calls.Where(call => call.Answered is not null && call.RtpPackets > 0).CountBy(call => call.Called);
        Assert.DoesNotContain(spokenTo, number => number.Value > 1);
    }

    private async Task<NodeProcess> Join()
    {
        string[] settings =
        [
            .. _database.Settings,
            "Burgernet:Cluster:Id=test",
            Setting($"Burgernet:Node:SiloPort={FreeUdpPort.TakeWithTcp()}"),
            Setting($"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
            $"Burgernet:Carrier:Peer={_carrier.Address}",
            Setting($"Burgernet:Carrier:Channels={Channels}"),
            "Burgernet:Carrier:CallsPerSecond=80",
            "Burgernet:Carrier:RingLimit=00:00:04",
            "Burgernet:Carrier:LongestMessage=00:00:40",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
            Setting($"Burgernet:Demonstration:Participants={Deliveries}"),
        ];
        var node = await NodeProcess.StartNode(Data, settings);
        _nodes.Add(node);
        return node;
    }

    private static async Task<string> Start(ControlRoom room, NodeProcess node)
    {
        Assert.DoesNotContain("fail:", node.Output, StringComparison.Ordinal);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(2)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        return action;
    }

    private long Incarnations() => _database.Number("select count(distinct incarnation) from attempt");

    private static Task<bool> IsDone(ControlRoom room, string action, int deliveries) =>
        room.Check(action, progress => progress.GetProperty("done").GetInt32() >= deliveries);

    private static async Task<bool> IsComplete(ControlRoom room, string action)
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
    private async Task<IReadOnlyList<PracticeCallRecord>> ShouldBeSound(ControlRoom room, string action)
    {
        var deliveries = await room.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(Deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(JsonValueKind.String, delivery.GetProperty("result").ValueKind));
        var calls = PracticeRecordFile.Read(RecordFile);
        // A call of a node that died is taken down by the carrier when it has heard nothing for long; until then its claim is charged.
        Assert.Empty(
            calls
                .Where(call => call.Refusal is not (null or PracticeRefusal.Silence or PracticeRefusal.NotAcknowledged))
                .Select(call => Setting($"{call.Refusal} of {call.CallId} at {call.Invited.Utc:O}, {call.ChannelsAtStart} channels"))
        );
        Assert.InRange(calls.Max(call => call.ChannelsAtStart), 1, Channels);
        var redialled = deliveries.Count(delivery => delivery.GetProperty("redialled").GetBoolean());
        var twice = calls.Where(call => call.RtpPackets > 0).CountBy(call => call.Called).Count(number => number.Value > 1);
        Assert.True(
            twice <= redialled,
            $"{twice} people were spoken to twice by the carrier's record, {redialled} are marked as redialled"
        );
        Assert.Empty(calls.Select(call => call.CallId.Split('@')[0]).Except(_database.ClaimedCallIds(), StringComparer.Ordinal));
        return calls;
    }

    private static string Setting(FormattableString setting) => setting.ToString(CultureInfo.InvariantCulture);
}
