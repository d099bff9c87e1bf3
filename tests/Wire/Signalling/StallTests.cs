using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The far side stalls, in small.</summary>
public sealed class StallTests
{
    [Fact]
    public Task Stall_InTheMiddleOfCalls_IsGotOverAndLeavesNothing()
    {
        Peers.Require("sipp", "sip-tester");
        return BenchmarkRun.ExpectGatesHold(
            TimeSpan.FromMinutes(2),
            "voice",
            "overload",
            "--rate",
            "200",
            "--before",
            "2",
            "--stall",
            "2",
            "--after",
            "6",
            "--t1",
            "150",
            "--any-speed"
        );
    }
}
