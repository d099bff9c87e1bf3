using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>A node fills the lines of a carrier in a process of its own, in small: its limits are kept by its own record. How full the lines are depends on the machine and is measured by command.</summary>
public sealed class LinesTests
{
    [Fact]
    public Task Lines_FilledByANode_StayWithinTheCarriersLimitsAndCallEveryoneOnce() =>
        BenchmarkRun.ExpectGatesHold(
            TimeSpan.FromMinutes(2),
            "lines",
            "--participants",
            "150",
            "--lines",
            "20",
            "--rate",
            "40",
            "--message",
            "1",
            "--pace",
            "0.1",
            "--ring",
            "2",
            "--any-speed"
        );
}
