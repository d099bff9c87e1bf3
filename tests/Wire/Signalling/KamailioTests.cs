using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Calls through kamailio: digest, a nonce that goes stale, Record-Route.</summary>
public sealed class KamailioTests
{
    [Theory]
    [InlineData("MD5")]
    [InlineData("SHA-256")]
    public async Task Calls_ThroughAProxyThatChallenges_AreAuthenticatedInAdvanceUntilTheNonceIsStale(string algorithm)
    {
        var phone = new Phone { OnCall = call => call.Answer() };
        await using var answerer = SipEndpoint.Start(new SipEndpointOptions { IncomingCalls = phone }.OnOwnPorts());
        await using var caller = SipEndpoint.Start(new SipEndpointOptions { T1 = TimeSpan.FromMilliseconds(150) }.OnOwnPorts());
        await using var capture = await Capture.StartSipIfAllowed(caller.LocalEndPoint.Port);
        await using var kamailio = Kamailio.Start(algorithm, answerer.LocalEndPoint);
        var trunk = Trunk(caller, kamailio, "secret");
        var owner = new RecordingOwner();

        // The nonce lives 2 s: the first call learns it, the second uses it in advance, the third finds it stale.
        foreach (var (tag, message) in new[] { (1L, 0.2), (2L, 3.0), (3L, 0.2) })
        {
            Place(caller, trunk, owner, tag, message);
            var ended = await owner.Expect(SipCallNewsKind.Ended, tag: tag);
            Assert.True(ended.End == SipCallEnd.HungUpByUs, $"call {tag}: {ended.End} {ended.StatusCode}\n{kamailio.Log}");
        }

        var messages = await capture.ExpectNoErrors(atLeast: 21);
        Assert.True(messages.Length == 0 || messages.Split("Status: 407").Length == 3, messages);
    }

    [Fact]
    public async Task Call_WithTheWrongPassword_IsRejectedAfterOneTry()
    {
        await using var answerer = SipEndpoint.Start(
            new SipEndpointOptions { IncomingCalls = new Phone { OnCall = call => call.Answer() } }.OnOwnPorts()
        );
        await using var caller = SipEndpoint.Start(new SipEndpointOptions { T1 = TimeSpan.FromMilliseconds(150) }.OnOwnPorts());
        await using var kamailio = Kamailio.Start("SHA-256", answerer.LocalEndPoint);
        var owner = new RecordingOwner();

        Place(caller, Trunk(caller, kamailio, "wrong"), owner, 1, 0.2);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Rejected, 407), (ended.End, ended.StatusCode));
    }

    [Fact]
    public async Task Calls_AllAtOnce_ShareTheirFirstNonce()
    {
        const int calls = 15;
        await using var answerer = SipEndpoint.Start(
            new SipEndpointOptions { IncomingCalls = new Phone { OnCall = call => call.Answer() } }.OnOwnPorts()
        );
        await using var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        await using var kamailio = Kamailio.Start("SHA-256", answerer.LocalEndPoint);
        var trunk = Trunk(caller, kamailio, "secret");
        var owner = new RecordingOwner();

        // None knows a nonce yet: kamailio challenges them all, within a second with one and the same.
        for (var tag = 1; tag <= calls; tag++)
        {
            Place(caller, trunk, owner, tag, 0.2);
        }

        for (var tag = 1; tag <= calls; tag++)
        {
            var ended = await owner.Expect(SipCallNewsKind.Ended, tag: tag);
            Assert.True(ended.End == SipCallEnd.HungUpByUs, $"call {tag}: {ended.End} {ended.StatusCode}\n{kamailio.Log}");
        }
    }

    private static SipTrunk Trunk(SipEndpoint caller, Kamailio kamailio, string password) =>
        caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "kamailio",
                Peer = kamailio.EndPoint,
                Credentials = new SipCredentials { UserName = "burgernet", Password = password },
            }
        );

    private static void Place(SipEndpoint caller, SipTrunk trunk, RecordingOwner owner, long tag, double message) =>
        caller.PlaceCall(
            new SipCallRequest
            {
                Trunk = trunk,
                To = "+31970100200",
                Message = Tone.Message(message),
                RingLimit = TimeSpan.FromSeconds(30),
                Tag = tag,
                Owner = owner,
            }
        );
}
