using System.Net;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Nodes of this commit and of the release before it on one PostgreSQL, as during an upgrade and on the way back from one.</summary>
public sealed class MixedReleasesTests(PostgresServer server) : IAsyncLifetime
{
    private ClusterBench _cluster = null!;
    private NodeProgram _previous = null!;

    public async ValueTask InitializeAsync()
    {
        _previous = await PreviousRelease.Require();
        _cluster = await ClusterBench.Create(server, ClusterBench.ManyDeliveries);
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Upgrade_InTheMiddleOfAnAction_NobodyIsLostOrCalledTwice()
    {
        var old = await _cluster.Join(_previous);
        using var oldRoom = new ControlRoom(old.Address);
        var action = await ClusterBench.Start(oldRoom);
        await IsDone(oldRoom, action, 50, old);

        await _cluster.Run(NodeProgram.Built, "migrate");
        await IsDone(oldRoom, action, 100, old);
        await Act(oldRoom, action, "pause");
        var next = await _cluster.Join();
        using var room = new ControlRoom(next.Address);
        await ShouldBeMixed(room);
        await ShouldBeMixed(oldRoom);
        await Act(room, action, "resume");
        await HaveCalled(2);

        await Leaves(old);

        await ShouldEndWell(room, action, next);
    }

    [Fact]
    public async Task Upgrade_TakenBackInTheMiddleOfAnAction_NobodyIsLostOrCalledTwice()
    {
        var old = await _cluster.Join(_previous);
        using var oldRoom = new ControlRoom(old.Address);
        var action = await ClusterBench.Start(oldRoom);
        await IsDone(oldRoom, action, 50, old);

        await Act(oldRoom, action, "pause");
        var next = await _cluster.Join();
        using var room = new ControlRoom(next.Address);
        await ShouldBeMixed(oldRoom);
        await Act(room, action, "resume");
        await HaveCalled(2);
        await Act(room, action, "pause", "pause-again");
        await Leaves(next);

        // The old release starts on the schema of the new one.
        var again = await _cluster.Join(_previous);
        await Act(oldRoom, action, "resume", "resume-again");
        await HaveCalled(3);
        await Leaves(old);

        using var lastRoom = new ControlRoom(again.Address);
        await ShouldEndWell(lastRoom, action, again);
        await _cluster.Run(_previous, "verify", "--all");
    }

    private static Task IsDone(ControlRoom room, string action, int deliveries, NodeProcess node) =>
        Eventually.Holds(
            $"{deliveries} deliveries were done",
            () => ClusterBench.IsDone(room, action, deliveries),
            ClusterBench.Patience,
            () => node.Output
        );

    private Task HaveCalled(int nodes) =>
        Eventually.Holds($"{nodes} nodes had placed calls", () => Task.FromResult(_cluster.Incarnations() == nodes), ClusterBench.Patience);

    private static async Task Act(ControlRoom room, string action, string name, string? key = null)
    {
        using var response = await room.Send($"{action}/{name}", "{}", key ?? name);
        Assert.True(
            response.StatusCode == HttpStatusCode.Accepted,
            $"{name} gave {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}"
        );
    }

    private static async Task Leaves(NodeProcess node)
    {
        node.Terminate();
        Assert.True(await node.Ended(TimeSpan.FromMinutes(2)) == 0, node.Output);
    }

    /// <summary>A node sees one of the other release beside itself: otherwise these tests would show nothing.</summary>
    private async Task ShouldBeMixed(ControlRoom room)
    {
        var nodes = await room.Get("/v1/nodes");
        var versions = nodes
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(node => node.GetProperty("status").GetString() == "active")
            .Select(node => node.GetProperty("version").GetString()!)
            .ToList();
        Assert.Equal(2, versions.Count);
        Assert.Single(versions, version => version.Contains(_previous.Commit![..12], StringComparison.Ordinal));
    }

    private async Task ShouldEndWell(ControlRoom room, string action, NodeProcess node)
    {
        await Eventually.Holds(
            "the action was complete on the node that stayed",
            () => ClusterBench.IsComplete(room, action),
            ClusterBench.Patience,
            () => node.Output
        );
        var calls = await _cluster.ShouldBeSound(room, action);
        var spokenTo = calls.Where(call => call.Answered is not null && call.RtpPackets > 0).CountBy(call => call.Called);
        Assert.DoesNotContain(spokenTo, number => number.Value > 1);
        await _cluster.Run(NodeProgram.Built, "verify", "--all");
    }
}
