using System.Net;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Where requests inside and outside a dialog go: RFC 3261 §8.1.1.1, §12.2.1.1 and §12.2.2.</summary>
public sealed class RoutingTests
{
    private const string Moved = "Contact: <sip:peer@127.0.0.1:5999>\r\n";

    [Fact]
    public void StrictRouterBeforeLooseOnes_GetsTheirRoutesWithTheTargetLast()
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Answer(
            "Record-Route: <sip:127.0.0.1:7001;lr>, <sip:127.0.0.1:7002;lr>\r\nRecord-Route: <sip:127.0.0.1:7003;hop=3?Subject=x>\r\n"
                + CoreRig.Contact
        );
        rig.Core.End(rig.News[0].Call, rig.Now);

        foreach (var method in new[] { "ACK", "BYE" })
        {
            var request = rig.LastOf(method);

            // The URI without headers (§19.1.1), the rest in reverse, the remote target at the end.
            Assert.StartsWith($"{method} sip:127.0.0.1:7003;hop=3 SIP/2.0\r\n", request, StringComparison.Ordinal);
            Assert.Equal(
                ["Route: <sip:127.0.0.1:7002;lr>", "Route: <sip:127.0.0.1:7001;lr>", "Route: <sip:peer@127.0.0.1:5061>"],
                Routes(request),
                StringComparer.Ordinal
            );
            Assert.Equal(7003, rig.Sent[^1].To.Port);
        }
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void ReInviteAndUpdate_WithAnotherContact_MoveTheTarget(string method)
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Answer();
        rig.Receive(rig.PeersRequest(method, 7, CoreRig.Sdp(), Moved));
        rig.Core.End(rig.News[0].Call, rig.Now);

        Assert.StartsWith("BYE sip:peer@127.0.0.1:5999 SIP/2.0\r\n", rig.Last, StringComparison.Ordinal);
        Assert.Equal(5999, rig.Sent[^1].To.Port);
    }

    [Fact]
    public void UpdateWithoutOffer_MovesTheTargetBehindTheSameRoute()
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Answer("Record-Route: <sip:127.0.0.1:7001;lr>\r\n" + CoreRig.Contact);
        rig.Receive(rig.PeersRequest("UPDATE", 7, contact: "Contact: <sip:a-much-longer-name-than-before@127.0.0.1:5999>\r\n"));
        Assert.StartsWith("SIP/2.0 200 OK", rig.Last, StringComparison.Ordinal);
        Assert.Contains("Contact: <sip:burgernet@127.0.0.1:5080>\r\n", rig.Last, StringComparison.Ordinal);
        rig.Receive(rig.PeersRequest("UPDATE", 8, contact: Moved));
        rig.Core.End(rig.News[0].Call, rig.Now);

        Assert.StartsWith("BYE sip:peer@127.0.0.1:5999 SIP/2.0\r\n", rig.Last, StringComparison.Ordinal);
        Assert.Equal(["Route: <sip:127.0.0.1:7001;lr>"], Routes(rig.Last), StringComparer.Ordinal);
        Assert.Equal(7001, rig.Sent[^1].To.Port);
    }

    [Fact]
    public void RefusedReInvite_LeavesTheTarget()
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Answer();
        rig.Receive(rig.PeersRequest("INVITE", 7, CoreRig.Sdp("18"), Moved));
        rig.Core.End(rig.News[0].Call, rig.Now);

        Assert.StartsWith("BYE sip:peer@127.0.0.1:5061 SIP/2.0\r\n", rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void RouteOfTheTrunk_IsInInviteCancelAndTheAckOfARefusal()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { Route = "<sip:127.0.0.1:7009;lr>" });
        var id = rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "180 Ringing"));
        rig.Core.End(id, rig.Now);
        rig.Receive(CoreRig.Respond(rig.Invite, "487 Request Terminated"));

        foreach (var method in new[] { "INVITE", "CANCEL", "ACK" })
        {
            Assert.StartsWith($"{method} sip:+31970100200@127.0.0.1:5060 SIP/2.0\r\n", rig.LastOf(method), StringComparison.Ordinal);
            Assert.Equal(["Route: <sip:127.0.0.1:7009;lr>"], Routes(rig.LastOf(method)), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void RouteOfTheTrunk_IsNotTheDialogs()
    {
        var rig = new CoreRig(trunkOptions: trunk => trunk with { Route = "<sip:127.0.0.1:7009;lr>" });
        rig.Place();
        rig.Answer();

        // §12.1.2: the dialog's route set comes from Record-Route alone.
        Assert.Empty(Routes(rig.LastOf("ACK")));
    }

    [Fact]
    public void AdvertisedAddress_StandsInViaContactAndDescription()
    {
        var rig = new CoreRig(trunkOptions: Advertising);
        rig.Place();
        Assert.StartsWith("Via: SIP/2.0/UDP 192.0.2.7:5080;rport;branch=", CoreRig.Line(rig.Invite, "Via"), StringComparison.Ordinal);
        Assert.Equal("Contact: <sip:burgernet@192.0.2.7:5080>", CoreRig.Line(rig.Invite, "Contact"));
        Assert.Contains("c=IN IP4 192.0.2.7\r\n", rig.Invite, StringComparison.Ordinal);

        rig.Answer();
        rig.Receive(rig.PeersRequest("INVITE", 7, CoreRig.Sdp()));
        Assert.Equal("Contact: <sip:burgernet@192.0.2.7:5080>", CoreRig.Line(rig.Last, "Contact"));
        Assert.Contains("c=IN IP4 192.0.2.7\r\n", rig.Last, StringComparison.Ordinal);
        rig.Receive(rig.PeersRequest("ACK", 7));
        rig.Core.End(rig.News[0].Call, rig.Now);
        Assert.StartsWith("Via: SIP/2.0/UDP 192.0.2.7:5080;", CoreRig.Line(rig.Last, "Via"), StringComparison.Ordinal);
    }

    [Fact]
    public void AdvertisedAddress_IsAlsoToldToTheTrunksCallers()
    {
        var rig = new CoreRig(takesCalls: true, trunkOptions: Advertising);
        rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp()));
        rig.Incoming!.Answer();

        Assert.Equal("Contact: <sip:burgernet@192.0.2.7:5080>", CoreRig.Line(rig.Last, "Contact"));
        Assert.Contains("c=IN IP4 192.0.2.7\r\n", rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswerThatFillsMoreThanAMessage_IsNotAcknowledgedByHalfAMessage()
    {
        var rig = new CoreRig();
        rig.Place();
        rig.Answer($"Record-Route: <sip:{new string('a', 9_000)};lr>\r\n{CoreRig.Contact}");

        Assert.Equal(0, rig.Count("ACK"));
        Assert.True(rig.Context.Meters.Oversized > 0);
        Assert.Equal(SipCallNewsKind.Answered, rig.News[^1].Kind);
    }

    private static SipTrunkOptions Advertising(SipTrunkOptions trunk) => trunk with { AdvertisedAddress = IPAddress.Parse("192.0.2.7") };

    private static IEnumerable<string> Routes(string request) =>
        request.Split("\r\n").Where(line => line.StartsWith("Route:", StringComparison.Ordinal));
}
