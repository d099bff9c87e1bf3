using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Two nodes that both reach the database and the carrier, and no longer each other.</summary>
public sealed class SplitClusterTests(PostgresServer server) : IAsyncLifetime
{
    private ClusterBench _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ClusterBench.Create(server, ClusterBench.FewerDeliveries);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>Each side takes the other for dead and wakes what stood there: for a moment both have the same lanes. One wins the members' table, and the other ends itself.</summary>
    [Fact]
    public async Task Cluster_NodesCutFromEachOther_OneGoesOnAloneAndNobodyWhoAnsweredIsCalledAgain()
    {
        var (first, firstWay) = await _cluster.JoinBehindProxy();
        var (second, secondWay) = await _cluster.JoinBehindProxy();
        using var room = new ControlRoom(first.Address);
        var action = await ClusterBench.Start(room);
        await Eventually.Holds("both nodes had placed calls", () => Task.FromResult(_cluster.Incarnations() == 2), ClusterBench.Patience);
        await Eventually.Holds("50 deliveries were done", () => ClusterBench.IsDone(room, action, 50), ClusterBench.Patience);

        await firstWay.Refuse();
        await secondWay.Refuse();
        var ended = await Task.WhenAny(first.Ended(ClusterBench.Patience), second.Ended(ClusterBench.Patience));
        Assert.NotEqual(0, await ended);
        var answered = _cluster.Database.AnsweredNumbers();
        var callsBefore = _cluster.Calls.Count;
        Assert.Equal(1, _cluster.Database.Number("select count(*) from orleans_membership where status = 3"));
        var left = first.HasEnded ? second : first;

        using var leftRoom = new ControlRoom(left.Address);
        await Eventually.Holds(
            "the action was complete on the node that was left",
            () => ClusterBench.IsComplete(leftRoom, action),
            ClusterBench.Patience,
            () => left.Output
        );
        Assert.False(left.HasEnded);
        var calls = await _cluster.ShouldBeSound(leftRoom, action);
        Assert.DoesNotContain(calls.Skip(callsBefore), call => answered.Contains(call.Called));
        await _cluster.Run(NodeProgram.Built, "verify", "--all");
    }
}
