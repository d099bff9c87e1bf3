using Burgernet.Dialing;
using Burgernet.Grains.Nodes;
using Burgernet.Nodes;
using Xunit;

namespace Burgernet.Tests.Unit.Nodes;

public sealed class NodeStandingTests
{
    private const string Node = "127.0.0.1:15111@154679562";
    private const string Other = "127.0.0.1:15112@154679566";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SiloStatus.None, NodeStatus.Joining)]
    [InlineData(SiloStatus.Created, NodeStatus.Joining)]
    [InlineData(SiloStatus.Joining, NodeStatus.Joining)]
    [InlineData(SiloStatus.ShuttingDown, NodeStatus.Leaving)]
    [InlineData(SiloStatus.Stopping, NodeStatus.Leaving)]
    [InlineData(SiloStatus.Dead, NodeStatus.Dead)]
    public void StatusOf_WhereTheTableKnows_IsTheTables(SiloStatus table, NodeStatus status)
    {
        Assert.Equal(status, NodeStanding.StatusOf(table, reported: false, report: null));
        Assert.Equal(status, NodeStanding.StatusOf(table, reported: true, Report(NodeStatus.Active)));
    }

    [Theory]
    [InlineData(NodeStatus.Active, false, NodeStatus.Active)]
    [InlineData(NodeStatus.Active, true, NodeStatus.Suspected)]
    [InlineData(NodeStatus.Draining, false, NodeStatus.Draining)]
    // It answered, and says what matters more than who could not reach it.
    [InlineData(NodeStatus.Draining, true, NodeStatus.Draining)]
    [InlineData(NodeStatus.Drained, true, NodeStatus.Drained)]
    public void StatusOf_Active_IsWhatTheNodeTellsUnlessOthersDoNotReachIt(NodeStatus told, bool reported, NodeStatus status) =>
        Assert.Equal(status, NodeStanding.StatusOf(SiloStatus.Active, reported, Report(told)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StatusOf_ActiveWithoutAnAnswer_IsSuspected(bool reported) =>
        Assert.Equal(NodeStatus.Suspected, NodeStanding.StatusOf(SiloStatus.Active, reported, report: null));

    [Fact]
    public void IsShown_WhoLives_Always() => Assert.True(NodeStanding.IsShown(SiloStatus.Active, seenAt: null, holds: false, Now));

    [Theory]
    [InlineData(59, false, true)]
    [InlineData(60, false, true)]
    [InlineData(61, false, false)]
    [InlineData(61, true, true)]
    public void IsShown_WhoDied_ForAnHourOrAsLongAsItHoldsLines(int minutes, bool holds, bool shown) =>
        Assert.Equal(shown, NodeStanding.IsShown(SiloStatus.Dead, Now - TimeSpan.FromMinutes(minutes), holds, Now));

    [Fact]
    public void IsShown_WhoDiedAndWasNeverSeen_OnlyWhileItHoldsLines()
    {
        Assert.False(NodeStanding.IsShown(SiloStatus.Dead, seenAt: null, holds: false, Now));
        Assert.True(NodeStanding.IsShown(SiloStatus.Dead, seenAt: null, holds: true, Now));
    }

    [Fact]
    public void CarriersOf_LeasesAndCharges_AreThisNodesByNameAndAddedUp()
    {
        var carriers = new Dictionary<string, CarrierLeases>(StringComparer.Ordinal)
        {
            ["two"] = new([new DialerLease($"two|{Node}", 10, 5, 3), new DialerLease($"two|{Other}", 20, 6, 4)], []),
            ["one"] = new(
                [],
                [
                    new DialerCharge($"one|{Node}", 4, Now.AddSeconds(10)),
                    new DialerCharge($"callers|{Node}", 2, Now.AddSeconds(30)),
                    new DialerCharge($"one|{Other}", 9, Now.AddSeconds(50)),
                ]
            ),
            ["none"] = new([new DialerLease($"none|{Other}", 1, 1, 1)], []),
        };

        Assert.Equal(
            [
                new NodeCarrier
                {
                    Name = "one",
                    ChargedLines = 6,
                    ChargedUntil = Now.AddSeconds(30),
                },
                new NodeCarrier
                {
                    Name = "two",
                    Lines = 10,
                    CallsPerSecond = 5,
                    Calls = 3,
                },
            ],
            NodeStanding.CarriersOf(Node, carriers)
        );
    }

    private static NodeReport Report(NodeStatus status) => new(status, "1.0.0", null);
}
