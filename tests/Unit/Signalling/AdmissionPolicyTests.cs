using System.Net;
using Burgernet.Sip;
using Burgernet.Sip.Admission;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class AdmissionPolicyTests
{
    private const long Now = 1_000;
    private static readonly SipTrunkOptions Options = new()
    {
        Name = "table",
        Peer = new IPEndPoint(IPAddress.Loopback, 5060),
        Channels = 10,
        MaxUnanswered = 4,
    };

    [Theory]
    [InlineData(0, 0, 0, false, 0, 0, SipBarrier.None)]
    [InlineData(9, 3, 0, false, 0, 0, SipBarrier.None)]
    [InlineData(10, 0, 0, false, 0, 0, SipBarrier.Channels)]
    [InlineData(0, 4, 0, false, 0, 0, SipBarrier.Unanswered)]
    [InlineData(0, 0, Now + 1, false, 0, 0, SipBarrier.Rest)]
    [InlineData(0, 0, Now, false, 0, 0, SipBarrier.None)]
    [InlineData(0, 0, 0, true, Now + 1, 0, SipBarrier.Overload)]
    // The moment of a probe: one call may try.
    [InlineData(0, 0, 0, true, Now, 0, SipBarrier.None)]
    [InlineData(0, 4, 0, true, Now, 0, SipBarrier.Unanswered)]
    [InlineData(0, 0, 0, false, 0, Now + 1, SipBarrier.Rate)]
    [InlineData(0, 0, 0, false, 0, Now, SipBarrier.None)]
    // Only who can start soon may wait: the rate is asked last.
    [InlineData(10, 0, 0, false, 0, Now + 1, SipBarrier.Channels)]
    [InlineData(10, 4, Now + 1, true, Now + 1, Now + 1, SipBarrier.Rest)]
    public void Decide_ByEachLimit(
        int calls,
        int unanswered,
        long restsUntil,
        bool isOverloaded,
        long nextProbe,
        long nextStart,
        SipBarrier expected
    ) =>
        Assert.Equal(
            expected,
            AdmissionPolicy.Decide(new TrunkState(calls, unanswered, restsUntil, isOverloaded, nextProbe, nextStart), Options, Now)
        );
}
