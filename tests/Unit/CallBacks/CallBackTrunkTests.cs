using System.Net;
using Burgernet.Grains.CallBacks;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.CallBacks;
using Burgernet.Tests.Unit.Practice;
using Xunit;

namespace Burgernet.Tests.Unit.CallBacks;

/// <summary>Which calls that come in are taken. They come from 127.0.0.1, from any port.</summary>
public sealed class CallBackTrunkTests
{
    [Theory]
    [InlineData("+31990000001", "127.0.0.1:5070", "+31990000001", true, 0)]
    [InlineData("0990000001", "127.0.0.1:5070", "+31990000001", true, 0)]
    [InlineData("+31990000002", "127.0.0.1:5070", "+31990000001", true, 404)]
    [InlineData("+31990000001", "127.0.0.1:5070", "+31990000001", false, 480)]
    [InlineData("+31990000001", "127.0.0.1:5070", null, true, 480)]
    [InlineData("+31990000001", "127.0.0.2:5060", "+31990000001", true, 403)]
    public void Call_IsTakenFromTheCarrierToItsNumberOnly(string called, string peer, string? number, bool on, int status) =>
        Assert.Equal(
            status,
            CallBackTrunk.StatusOf(
                new FakeIncomingCall(called),
                new CarrierOptions { CallBackNumber = number },
                IPEndPoint.Parse(peer),
                new CallBackOptions { Enabled = on }
            )
        );
}
