using System.Globalization;
using System.Net;
using System.Text.Json;
using Burgernet.Practice;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Nodes that an operator watches, drains and puts back, with the carrier in a process of its own as the witness.</summary>
public sealed class OperatedNodeTests(PostgresServer server)
{
    private const int Deliveries = 60;
    private static readonly TimeSpan Message = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Node_KilledThenDrainedThenPutBack_IsShownAsItIsAndCallsNobodyMeanwhile()
    {
        using var folder = new TemporaryFolder();
        await using var carrier = await StartCarrier(folder);
        var data = Path.Combine(folder.Path, "data");
        string[] settings = [.. Settings(carrier)];
        string action;
        await using (var killed = await NodeProcess.StartNode(data, settings))
        {
            using var room = new ControlRoom(killed.Address);
            action = await Start(room);
            await Eventually.Holds("10 calls were under way", () => IsUnderWay(room, action, 10), Patience);
            await killed.Kill();
        }

        await using var node = await NodeProcess.StartNode(data, settings);
        using var again = new ControlRoom(node.Address);
        await Eventually.Holds(
            "the node that died was shown with what its calls may hold",
            async () => (await Nodes(again)).Any(one => StatusOf(one) == "dead" && Charged(one)),
            Patience,
            () => node.Output
        );
        Assert.Single(await Nodes(again), one => StatusOf(one) == "active");
        Assert.Equal(HttpStatusCode.NotFound, await again.Status("/dashboard/"));

        await Eventually.Holds("calls were answered and rang", () => AnsweredAndRinging(again, action), Patience);
        var drained = await Order(again, "local", "drain");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await again.Status("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await again.Status("/health/live"));
        await Eventually.Holds("the node was drained", () => Is(again, "drained"), Patience, () => node.Output);
        var calls = Calls(folder);
        Assert.All(calls, call => Assert.True(call.Invited.Utc <= drained.AddSeconds(1), "An INVITE left after the drain was accepted"));
        Assert.Contains(calls, call => call is { FinalStatus: 487, EndedBy: PracticeCallEnder.Caller });
        Assert.Contains("burgernet_node_burgernet_node_ready 0", await again.Text("/metrics"), StringComparison.Ordinal);

        await Order(again, "local", "undrain");
        Assert.Equal(HttpStatusCode.OK, await again.Status("/health/ready"));
        await Eventually.Holds("the action was complete", () => again.IsComplete(action), Patience, () => node.Output);
        await ShouldBeSound(again, action, folder);

        await Order(again, "local", "drain?exit=true");
        Assert.Equal(0, await node.Ended(Patience));
    }

    [Fact]
    public async Task Node_DrainedInACluster_LeavesItsWorkToTheOther()
    {
        using var folder = new TemporaryFolder();
        await using var carrier = await StartCarrier(folder);
        var data = Path.Combine(folder.Path, "data");
        var database = await NodeDatabase.Create(NodeDatabase.Postgres, data, server);
        await using var first = await NodeProcess.StartNode(data, [.. Settings(carrier), .. database.Settings, .. Membership()]);
        await using var second = await NodeProcess.StartNode(data, [.. Settings(carrier), .. database.Settings, .. Membership()]);
        using var room = new ControlRoom(first.Address);
        using var other = new ControlRoom(second.Address);
        var action = await Start(room);
        await Eventually.Holds(
            "both nodes had calls under way",
            async () =>
                (await Nodes(other)).All(node =>
                    StatusOf(node) == "active" && node.GetProperty("carriers")[0].GetProperty("calls").GetInt32() > 0
                ),
            Patience
        );
        var id = (await Nodes(room)).Single(node => node.GetProperty("local").GetBoolean()).GetProperty("id").GetString()!;

        await Order(other, id, "drain");
        await Eventually.Holds("the first was drained", () => Is(room, "drained"), Patience, () => first.Output);
        Assert.Contains("go to 1 other nodes", first.Output, StringComparison.Ordinal);
        await Eventually.Holds("the action was complete", () => other.IsComplete(action), Patience, () => second.Output);
        await ShouldBeSound(other, action, folder);

        await first.Kill();
        await Eventually.Holds(
            "the second said that the first is dead",
            async () => (await Nodes(other)).Any(node => StatusOf(node) == "dead"),
            Patience
        );
    }

    private static string[] Membership() =>
        [
            "Burgernet:Cluster:Id=operated",
            string.Create(CultureInfo.InvariantCulture, $"Burgernet:Node:SiloPort={FreeUdpPort.TakeWithTcp()}"),
            string.Create(CultureInfo.InvariantCulture, $"Burgernet:Node:GatewayPort={FreeUdpPort.TakeWithTcp()}"),
        ];

    private static Task<NodeProcess> StartCarrier(TemporaryFolder folder) =>
        NodeProcess.StartPractice(
            $"Burgernet:Practice:RecordFile={Path.Combine(folder.Path, "calls.jsonl")}",
            "Burgernet:Practice:Pace=0.2"
        );

    private static string[] Settings(NodeProcess carrier) =>
        [
            $"Burgernet:Carrier:Peer={carrier.Address}",
            "Burgernet:Carrier:Channels=30",
            "Burgernet:Carrier:RingLimit=00:00:04",
            "Burgernet:Carrier:LongestMessage=00:00:04",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            string.Create(CultureInfo.InvariantCulture, $"Burgernet:Demonstration:Participants={Deliveries}"),
        ];

    private static async Task<string> Start(ControlRoom room)
    {
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(Message));
        (await room.Start(action)).EnsureSuccessStatusCode();
        return action;
    }

    private static IReadOnlyList<PracticeCallRecord> Calls(TemporaryFolder folder) =>
        PracticeRecordFile.Read(Path.Combine(folder.Path, "calls.jsonl"));

    private static async Task<List<JsonElement>> Nodes(ControlRoom room) =>
        [.. (await room.Get("/v1/nodes")).GetProperty("nodes").EnumerateArray()];

    private static string StatusOf(JsonElement node) => node.GetProperty("status").GetString()!;

    private static bool Charged(JsonElement node)
    {
        var carrier = node.GetProperty("carriers")[0];
        return carrier.GetProperty("chargedLines").GetInt32() is > 0 and <= 30 && carrier.TryGetProperty("chargedUntil", out _);
    }

    private static async Task<bool> Is(ControlRoom room, string status) =>
        (await Nodes(room)).Any(node => node.GetProperty("local").GetBoolean() && StatusOf(node) == status);

    private static Task<bool> IsUnderWay(ControlRoom room, string action, int calls) =>
        room.Check(action, progress => progress.GetProperty("underWay").GetInt32() >= calls);

    private static async Task<bool> AnsweredAndRinging(ControlRoom room, string action)
    {
        var calls = (await room.GetAll($"{action}/deliveries", "deliveries")).Where(call => call.GetProperty("underWay").GetBoolean());
        var answered = calls.CountBy(call => call.TryGetProperty("answeredAt", out _)).ToDictionary();
        return answered.GetValueOrDefault(true) >= 2 && answered.GetValueOrDefault(false) >= 2;
    }

    /// <summary>Tells a node something.</summary>
    /// <returns>When it was accepted, at the latest.</returns>
    private static async Task<DateTimeOffset> Order(ControlRoom room, string node, string order)
    {
        using var response = await room.Send($"/v1/nodes/{node}/{order}", "{}");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return DateTimeOffset.Parse(response.Headers.GetValues("Date").Single(), CultureInfo.InvariantCulture).AddSeconds(1);
    }

    private static async Task ShouldBeSound(ControlRoom room, string action, TemporaryFolder folder)
    {
        var deliveries = await room.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(Deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(JsonValueKind.String, delivery.GetProperty("result").ValueKind));
        var redialled = deliveries.Count(delivery => delivery.GetProperty("redialled").GetBoolean());
        var twice = Calls(folder).Where(call => call.RtpPackets > 0).CountBy(call => call.Called).Count(number => number.Value > 1);
        Assert.True(twice <= redialled, $"{twice} people were spoken to twice, {redialled} are marked as redialled");
    }
}
