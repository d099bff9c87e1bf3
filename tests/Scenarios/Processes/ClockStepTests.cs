using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Two nodes on one PostgreSQL; the wall clock of one is stepped.</summary>
public sealed partial class ClockStepTests(PostgresServer server) : IAsyncLifetime
{
    /// <summary>More than a claim may be old, and more than a share of lines lasts.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(6);

    /// <summary>The node that is ahead calls nobody for half of them.</summary>
    private const int People = 200;

    private ClusterBench _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ClusterBench.Create(server, People);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Cluster_AClockStepsAheadAndThenBehind_NobodyIsLostOrCalledTwice()
    {
        var (stepping, clock) = await _cluster.JoinWithAClock("Burgernet:Node:ClockInterval=00:00:01");
        var steady = await _cluster.Join();
        using var room = new ControlRoom(steady.Address);
        var action = await ClusterBench.Start(room);
        await Eventually.Holds("both nodes had placed calls", () => Task.FromResult(_cluster.Incarnations() == 2), ClusterBench.Patience);

        clock.Set(Step);
        await Told(stepping, room, Step);
        Assert.Contains("The clock of this node is +", stepping.Output, StringComparison.Ordinal);
        await Eventually.Holds("half was done", () => ClusterBench.IsDone(room, action, People / 2), ClusterBench.Patience);
        clock.Set(-Step);
        await Told(stepping, room, -Step);
        await Eventually.Holds(
            "the action was complete",
            () => ClusterBench.IsComplete(room, action),
            ClusterBench.Patience,
            () => stepping.Output
        );

        var calls = await _cluster.ShouldBeSound(room, action);
        Assert.False(stepping.HasEnded || steady.HasEnded, "A node ended itself because of a clock");
        var deliveries = await room.GetAll($"{action}/deliveries", "deliveries");
        Assert.DoesNotContain(deliveries, delivery => delivery.GetProperty("redialled").GetBoolean());
        Assert.DoesNotContain(calls.Where(call => call.RtpPackets > 0).CountBy(call => call.Called), number => number.Value > 1);

        // The one warning stands for the whole time in which it was off, in either direction.
        Assert.Single(Complaint().Matches(stepping.Output));
        Assert.Empty(Complaint().Matches(steady.Output));
        clock.Set(TimeSpan.Zero);
        await Eventually.Holds(
            "the node said that its clock is right",
            () => stepping.Output.Contains("The clock of this node is right again", StringComparison.Ordinal),
            ClusterBench.Patience,
            () => stepping.Output
        );
    }

    /// <summary>Waits until the other node shows it to operators and its own metrics do.</summary>
    private static async Task Told(NodeProcess node, ControlRoom other, TimeSpan off)
    {
        using var own = new ControlRoom(node.Address);
        await Eventually.Holds(
            "operators saw how far the clock is off",
            async () =>
            {
                using var list = JsonDocument.Parse(await other.Text("/v1/nodes"));
                var offsets = list
                    .RootElement.GetProperty("nodes")
                    .EnumerateArray()
                    .Select(shown => shown.TryGetProperty("clockOffsetSeconds", out var known) ? known.GetDouble() : double.NaN)
                    .ToList();
                return offsets.Count(offset => Math.Abs(offset - off.TotalSeconds) < 0.5) == 1
                    && offsets.Count(offset => Math.Abs(offset) < 0.5) == 1;
            },
            ClusterBench.Patience,
            () => node.Output
        );
        var gauge = Gauge().Match(await own.Text("/metrics"));
        Assert.True(gauge.Success);
        Assert.InRange(
            double.Parse(gauge.Groups["seconds"].Value, CultureInfo.InvariantCulture),
            off.TotalSeconds - 0.5,
            off.TotalSeconds + 0.5
        );
    }

    [GeneratedRegex(
        @"^burgernet_node_burgernet_node_clock_offset(\{[^}]*\})? (?<seconds>\S+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Gauge();

    [GeneratedRegex("The clock of this node is [+-]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Complaint();
}
