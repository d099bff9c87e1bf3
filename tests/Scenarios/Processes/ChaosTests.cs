using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>
/// Three nodes and two actions, in small: one node is killed, the trunk is in trouble, one node freezes and wakes. By the carrier's record nothing is lost, nobody is called after a stored
/// answer, and no limit is exceeded. With 20,000 people, more faults and the database restarted it is run by command.
/// </summary>
public sealed class ChaosTests
{
    [Fact]
    public Task Cluster_NodesDieAndFreezeAndTheTrunkIsInTrouble_WitnessAndDossierAgree()
    {
        Peers.Require("initdb", "postgresql");
        return BenchmarkRun.ExpectGatesHold(
            TimeSpan.FromMinutes(4),
            "chaos",
            "--people",
            "100",
            "--nodes",
            "3",
            "--seed",
            "7",
            "--faults",
            "kill,trunk503,freeze",
            "--in-order",
            "--between",
            "2",
            "--frozen",
            "4",
            "--trouble",
            "2",
            "--lines",
            "24",
            "--rate",
            "40",
            "--message",
            "1.5",
            "--any-speed"
        );
    }
}
