using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>The soak in small; a class of its own, so that it runs beside the others.</summary>
public sealed class SoakTests
{
    [Fact]
    public Task Soak_MinutesOverLossyLines_LeavesNothingAndGrowsNowhere()
    {
        Peers.Require("sipp", "sip-tester");
        return BenchmarkRun.ExpectGatesHold(TimeSpan.FromMinutes(5), "voice", "soak", "--minutes", "2", "--rate", "50", "--t1", "200");
    }
}
