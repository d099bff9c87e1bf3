using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>
/// The database server itself is stopped in the middle of two actions and started again, in small. By the carrier's record live calls finish, nothing new starts and
/// nobody is spoken to twice; a stop meanwhile works, and every result arrives. At the size of an action, for 20 s, and stopped in order too, it is run by command.
/// </summary>
public sealed class DatabaseStoppedTests
{
    [Fact]
    public Task Database_StoppedAndStartedAgain_NothingIsLostAndNobodyIsCalledTwice()
    {
        Peers.Require("initdb", "postgresql");
        return BenchmarkRun.ExpectGatesHold(
            TimeSpan.FromMinutes(3),
            "database-away",
            "--mode",
            "immediate",
            "--participants",
            "150",
            "--lines",
            "20",
            "--rate",
            "40",
            "--message",
            "1.5",
            "--pace",
            "0.1",
            "--ring",
            "2",
            "--away",
            "4",
            "--any-speed"
        );
    }
}
