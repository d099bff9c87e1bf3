using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>The peer's re-INVITE and UPDATE in every state of a call: RFC 3261 §14.2, RFC 3311 §5.2.</summary>
public sealed class SessionChangeTests
{
    private readonly CoreRig _rig = new(takesCalls: true);

    [Fact]
    public void Hold_IsAnsweredAndTheMediaToldAndSoIsResume()
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 2, CoreRig.Sdp(more: "a=sendonly\r\n")));
        _rig.Receive(_rig.PeersRequest("ACK", 2));
        Assert.True(_rig.Legs[0].Peer.IsHeld);
        _rig.Receive(_rig.PeersRequest("UPDATE", 3, CoreRig.Sdp()));
        Assert.False(_rig.Legs[0].Peer.IsHeld);
        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void Offer_ThatCannotBeUsed_Is488WithTheReasonAndChangesNothing(string method)
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest(method, 2, CoreRig.Sdp("18", port: 4_999)));

        Assert.StartsWith("SIP/2.0 488 Not Acceptable Here\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains("\r\nWarning: 305 ", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(4_000, _rig.Legs[0].Peer.Port);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void Offer_WhileOurInviteIsPending_Is491(string method)
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Receive(_rig.PeersRequest(method, 2, CoreRig.Sdp()));
        Assert.StartsWith("SIP/2.0 491 Request Pending\r\n", _rig.Last, StringComparison.Ordinal);

        _rig.Receive(_rig.PeersRequest("ACK", 2));
        _rig.Answer();
        Assert.Equal(SipCallNewsKind.Answered, _rig.News[^1].Kind);
    }

    [Fact]
    public void UpdateWithoutOffer_WhileOurInviteIsPending_Is200()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Receive(_rig.PeersRequest("UPDATE", 2));
        Assert.StartsWith("SIP/2.0 200 OK\r\n", _rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondReInvite_BeforeTheAckOfTheFirst_Is491AndItsAckIsNotTheFirsts()
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 2, CoreRig.Sdp()));
        _rig.Receive(_rig.PeersRequest("INVITE", 3, CoreRig.Sdp()));
        Assert.StartsWith("SIP/2.0 491 Request Pending\r\n", _rig.Last, StringComparison.Ordinal);
        _rig.Receive(_rig.PeersRequest("ACK", 3).Replace("ACK3", "INVITE3", StringComparison.Ordinal));

        // The first 2xx still waits: it is repeated, the 491 is not.
        _rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _rig.Count("SIP/2.0 200 OK"));
        Assert.Equal(1, _rig.Count("SIP/2.0 491"));
        _rig.Receive(_rig.PeersRequest("ACK", 2));
        _rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, _rig.Count("SIP/2.0 200 OK"));
    }

    [Fact]
    public void ReInviteNeverAcknowledged_EndsTheCallAfter64T1()
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 2, CoreRig.Sdp()));
        _rig.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(0, _rig.Count("BYE"));
        _rig.Advance(TimeSpan.FromSeconds(2));

        Assert.NotEqual(0, _rig.Count("BYE"));
        Assert.Equal(SipCallEnd.HungUpByUs, _rig.News[^1].End);
    }

    [Fact]
    public void ReInviteOfACallThatEnded_IsNotRepeatedAnyMore()
    {
        var id = _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 2, CoreRig.Sdp()));
        _rig.Core.End(id, _rig.Now);
        _rig.Receive(CoreRig.Respond(_rig.LastOf("BYE"), "200 OK"));
        _rig.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(1, _rig.Count("SIP/2.0 200 OK"));
        Assert.True(_rig.Core.IsIdle);
        Assert.Equal((0, 0), (_rig.Core.LivingClientTransactions, _rig.Core.LivingServerTransactions));
    }

    [Fact]
    public void ReInviteAfterAnAcknowledgedOneWasForgotten_IsTakenThoughItsRecordServesAnother()
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 2, CoreRig.Sdp()));
        _rig.Receive(_rig.PeersRequest("ACK", 2));
        _rig.Advance(TimeSpan.FromSeconds(40));

        // The record of the forgotten one now waits for another call's ACK.
        _rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        _rig.Receive(_rig.PeersRequest("INVITE", 3, CoreRig.Sdp(port: 4_444)));
        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(4_444, _rig.Legs[0].Peer.Port);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    [InlineData("INFO")]
    public void RequestAfterOurBye_Is481ButTheirByeIs200(string method)
    {
        var id = _rig.Place();
        _rig.Answer();
        _rig.Core.End(id, _rig.Now);
        _rig.Receive(_rig.PeersRequest(method, 2, CoreRig.Sdp()));
        Assert.StartsWith("SIP/2.0 481 ", _rig.Last, StringComparison.Ordinal);
        _rig.Receive(_rig.PeersRequest("BYE", 3));
        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INFO", "405 Method Not Allowed")]
    [InlineData("FLY", "405 Method Not Allowed")]
    [InlineData("OPTIONS", "200 OK")]
    public void OtherRequestInsideACall_GetsItsAnswer(string method, string status)
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest(method, 2));
        Assert.StartsWith($"SIP/2.0 {status}\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains("\r\nAllow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE\r\n", _rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void RequestFromThePast_Is500()
    {
        _rig.Place();
        _rig.Answer();
        _rig.Receive(_rig.PeersRequest("OPTIONS", 5));
        _rig.Receive(_rig.PeersRequest("UPDATE", 4));
        Assert.StartsWith("SIP/2.0 500 ", _rig.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INVITE")]
    [InlineData("UPDATE")]
    public void CallersOffer_BeforeWeAnsweredTheFirst_Is500WithRetryAfter(string method)
    {
        _rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Ring();
        var tagged = CoreRig.Line(_rig.Last, "To")[4..];
        _rig.Receive(InviteServerTests.Request(method, 2, "second", tagged, CoreRig.Sdp()));

        Assert.StartsWith("SIP/2.0 500 ", _rig.Last, StringComparison.Ordinal);
        Assert.InRange(int.Parse(CoreRig.Line(_rig.Last, "Retry-After")[13..], System.Globalization.CultureInfo.InvariantCulture), 0, 10);
    }

    [Fact]
    public void CallersReInvite_BeforeItsAck_Is491AndAfterIt200()
    {
        _rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        var tagged = CoreRig.Line(_rig.Last, "To")[4..];
        _rig.Receive(InviteServerTests.Request("INVITE", 2, "second", tagged, CoreRig.Sdp()));
        Assert.StartsWith("SIP/2.0 491 ", _rig.Last, StringComparison.Ordinal);
        _rig.Receive(InviteServerTests.Request("ACK", 2, "second", tagged));
        Assert.Empty(_rig.IncomingNews);
        _rig.Receive(InviteServerTests.Request("ACK", 1, "ack", tagged));
        _rig.Receive(InviteServerTests.Request("INVITE", 3, "third", tagged, CoreRig.Sdp(port: 4_444)));

        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(4_444, _rig.Legs[0].Peer.Port);
    }
}
