using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class InviteServerTests
{
    private readonly CoreRig _rig = new(takesCalls: true);

    [Fact]
    public void Invite_IsTriedAtOnceAndItsRepetitionGetsTheLastResponse()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        Assert.Equal(2, _rig.Count("SIP/2.0 100 Trying\r\n"));

        _rig.Incoming!.Ring();
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        Assert.Equal(2, _rig.Count("SIP/2.0 180 Ringing\r\n"));
        Assert.Contains(";received=127.0.0.1;rport=5060", _rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_IsRepeatedUntilTheAck()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        _rig.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(3, _rig.Count("SIP/2.0 200 OK"));

        _rig.Receive(Request("ACK", 1, branch: "ack", to: Tagged()));
        _rig.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(3, _rig.Count("SIP/2.0 200 OK"));
        Assert.True(_rig.Legs[0].IsPlaying);
        Assert.Equal([SipIncomingCallNews.Acknowledged], _rig.IncomingNews);
    }

    [Fact]
    public void Answer_NeverAcknowledged_EndsInByeAfter64T1()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        _rig.Advance(TimeSpan.FromSeconds(32));

        // RFC 3261 §13.3.1.4: T1, 2·T1, … up to T2 apart.
        Assert.Equal(11, _rig.Count("SIP/2.0 200 OK"));
        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Equal([SipIncomingCallNews.NotAcknowledged], _rig.IncomingNews);
        _rig.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(0, _rig.ActiveCalls);
        Assert.Equal((0, 0), (_rig.Core.LivingClientTransactions, _rig.Core.LivingServerTransactions));
    }

    [Fact]
    public void Refusal_IsRepeatedByTimerGUntilTheAck()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Reject(486);
        _rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _rig.Count("SIP/2.0 486 Busy Here"));
        _rig.Receive(Request("ACK", 1, to: Tagged()));
        _rig.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(2, _rig.Count("SIP/2.0 486 Busy Here"));
        Assert.Equal(0, _rig.Core.LivingServerTransactions);
    }

    [Fact]
    public void Cancel_Gets200AndTheInvite487()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Receive(Request("CANCEL", 1));

        Assert.Contains("CSeq: 1 CANCEL", _rig.Sent[^2].Text, StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 200 OK", _rig.Sent[^2].Text, StringComparison.Ordinal);
        Assert.StartsWith("SIP/2.0 487 Request Terminated", _rig.Last, StringComparison.Ordinal);
        Assert.Equal([SipIncomingCallNews.Cancelled], _rig.IncomingNews);
    }

    [Fact]
    public void HangUp_BeforeTheAck_WaitsForIt()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        var tagged = Tagged();
        _rig.Incoming.HangUp();
        Assert.Equal(0, _rig.Count("BYE"));
        _rig.Receive(Request("ACK", 1, branch: "ack", to: tagged));
        Assert.Equal(1, _rig.Count("BYE"));
        _rig.Receive(CoreRig.Respond(_rig.Last, "200 OK"));

        Assert.Equal([SipIncomingCallNews.Acknowledged, SipIncomingCallNews.HungUpByUs], _rig.IncomingNews);
        Assert.Equal(0, _rig.ActiveCalls);
    }

    [Fact]
    public void Bye_BeforeTheAck_EndsTheCall()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        _rig.Receive(Request("BYE", 2, branch: "bye", to: Tagged()));
        _rig.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal([SipIncomingCallNews.HungUpByPeer], _rig.IncomingNews);
        Assert.Equal(
            1,
            _rig.Sent.Count(sent =>
                sent.Text.Contains("CSeq: 1 INVITE", StringComparison.Ordinal)
                && sent.Text.StartsWith("SIP/2.0 200", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void InviteWithoutOffer_GetsOursAndTakesTheAnswerFromTheAck()
    {
        _rig.Receive(Request("INVITE", 1));
        _rig.Incoming!.Answer();
        Assert.Contains("m=audio 20000 RTP/AVP 8 0 101", _rig.Last, StringComparison.Ordinal);
        _rig.Receive(Request("ACK", 1, branch: "ack", to: Tagged(), body: CoreRig.Sdp("0", port: 4_800)));

        Assert.Equal((4_800, 0), (_rig.Legs[0].Peer.Port, _rig.Legs[0].Peer.Codec));
    }

    [Theory]
    [InlineData("OPTIONS", "200 OK")]
    [InlineData("BYE", "481 Call/Transaction Does Not Exist")]
    [InlineData("CANCEL", "481 Call/Transaction Does Not Exist")]
    [InlineData("SUBSCRIBE", "405 Method Not Allowed")]
    [InlineData("FLY", "405 Method Not Allowed")]
    public void RequestOutsideACall_GetsItsAnswer(string method, string status)
    {
        _rig.Receive(Request(method, 1));
        Assert.StartsWith($"SIP/2.0 {status}\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains($"CSeq: 1 {method}\r\n", _rig.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Require: 100rel\r\n", "420 Bad Extension", "Unsupported: 100rel\r\n")]
    [InlineData("Content-Type: text/plain\r\n", "415 Unsupported Media Type", "Accept: application/sdp\r\n")]
    public void InviteThatCannotBeServed_IsRefusedWithTheReason(string field, string status, string reason)
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp(), more: field));
        Assert.StartsWith($"SIP/2.0 {status}\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains(reason, _rig.Last, StringComparison.Ordinal);
        Assert.Null(_rig.Incoming);
    }

    [Theory]
    [InlineData("Accept: text/plain\r\n", "SIP/2.0 406 Not Acceptable\r\n")]
    [InlineData("Accept:\r\n", "SIP/2.0 406 Not Acceptable\r\n")]
    [InlineData("Accept: text/plain\r\nAccept: text/html, application/*;q=0.5\r\n", "SIP/2.0 100 Trying\r\n")]
    [InlineData("Accept: Application/SDP\r\n", "SIP/2.0 100 Trying\r\n")]
    [InlineData("Content-Encoding: gzip\r\n", "SIP/2.0 415 Unsupported Media Type\r\n")]
    [InlineData("e: identity\r\n", "SIP/2.0 100 Trying\r\n")]
    public void Invite_IsServedWhereItTakesADescriptionAndWeCanReadIts(string field, string start)
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp(), more: field));
        Assert.StartsWith(start, _rig.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";rport", "127.0.0.9:6000", ";received=127.0.0.9;rport=6000", "127.0.0.9:6000")]
    [InlineData("", "127.0.0.9:6000", ";received=127.0.0.9", "127.0.0.9:5060")]
    [InlineData("", "127.0.0.1:6000", "", "127.0.0.1:5060")]
    public void Response_GoesWhereTheRequestCameFromAndSaysSo(string asked, string from, string said, string to)
    {
        // RFC 3261 §18.2.1 and §18.2.2, RFC 3581 §4.
        _rig.Receive(
            Request("OPTIONS", 1).Replace(";rport;branch=z9hG4bKone", $"{asked};branch=z9hG4bKone", StringComparison.Ordinal),
            System.Net.IPEndPoint.Parse(from)
        );

        Assert.Equal($"Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKone{said}", CoreRig.Line(_rig.Last, "Via"));
        Assert.Equal(System.Net.IPEndPoint.Parse(to), _rig.Sent[^1].To);
    }

    [Fact]
    public void Timestamp_IsRepeatedInThe100()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp(), more: "Timestamp: 54.2\r\n"));
        Assert.Contains("\r\nTimestamp: 54.2\r\n", _rig.Last, StringComparison.Ordinal);
        _rig.Incoming!.Ring();
        Assert.DoesNotContain("Timestamp", _rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void LongCall_WhoseInviteWasForgotten_LeavesOthersAlone()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        var first = Tagged();
        _rig.Receive(Request("ACK", 1, branch: "ack", to: first));
        _rig.Advance(TimeSpan.FromSeconds(40));

        // The record of the first INVITE serves the second, whose 200 must go on until its ACK.
        _rig.Receive(Request("INVITE", 1, branch: "two", body: CoreRig.Sdp()).Replace("in@", "two@", StringComparison.Ordinal));
        _rig.Incoming!.Answer();
        _rig.Receive(Request("BYE", 2, branch: "bye", to: first));
        var before = _rig.Sent.Count;
        _rig.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(3, _rig.Sent.Skip(before).Count(sent => sent.Text.StartsWith("SIP/2.0 200 OK", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cancel_IsAnsweredWithTheTagOfTheInvitesResponses()
    {
        _rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Ring();
        var tagged = Tagged();
        _rig.Receive(Request("CANCEL", 1));

        Assert.Equal([tagged, tagged], _rig.Sent.TakeLast(2).Select(sent => CoreRig.Line(sent.Text, "To")[4..]), StringComparer.Ordinal);
    }

    [Fact]
    public void InviteToSomeoneWhoTakesNoCalls_Is405()
    {
        var rig = new CoreRig();
        rig.Receive(Request("INVITE", 1, body: CoreRig.Sdp()));
        Assert.StartsWith("SIP/2.0 405", rig.Last, StringComparison.Ordinal);
    }

    private string Tagged() => _rig.Last.Split("\r\n").First(line => line.StartsWith("To:", StringComparison.Ordinal))[4..];

    internal static string Request(
        string method,
        int sequence,
        string branch = "one",
        string to = "<sip:112@127.0.0.1>",
        string body = "",
        string more = ""
    )
    {
        var type = body.Length == 0 || more.StartsWith("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/sdp\r\n";
        return $"{method} sip:112@127.0.0.1:5080 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;rport;branch=z9hG4bK{branch}\r\n"
            + $"From: <sip:0570@127.0.0.1>;tag=caller\r\nTo: {to}\r\nCall-ID: in@127.0.0.1\r\nCSeq: {sequence} {method}\r\n"
            + $"Max-Forwards: 70\r\n{CoreRig.Contact}{more}{type}Content-Length: {body.Length}\r\n\r\n{body}";
    }
}
