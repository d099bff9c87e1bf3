using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>What is different where nothing gets lost underneath, RFC 3261 §17, and what becomes of calls whose connection goes.</summary>
public sealed class ReliableTransportTests
{
    private readonly CoreRig _rig = new(transport: SipTransport.Tcp);

    [Fact]
    public void Invite_IsSentOnceAndGivenUpByTimerB()
    {
        _rig.Place();
        _rig.Advance(TimeSpan.FromSeconds(40));

        Assert.Single(_rig.Sent);
        Assert.Equal(SipCallEnd.NoResponse, _rig.News[^1].End);
    }

    [Theory]
    [InlineData(SipTransport.Tcp, "Via: SIP/2.0/TCP 127.0.0.1:5090;", "Contact: <sip:burgernet@127.0.0.1:5090;transport=tcp>")]
    [InlineData(SipTransport.Tls, "Via: SIP/2.0/TLS 127.0.0.1:5091;", "Contact: <sip:burgernet@127.0.0.1:5091;transport=tls>")]
    public void Requests_NameTheirTransportAndThePortWeListenOn(SipTransport transport, string via, string contact)
    {
        var rig = new CoreRig(transport: transport);
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));

        Assert.Contains(via, rig.Invite, StringComparison.Ordinal);
        Assert.Contains(contact, rig.Invite, StringComparison.Ordinal);
        Assert.StartsWith("ACK ", rig.Last, StringComparison.Ordinal);
        Assert.Contains(via, rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_IsAcknowledgedAndForgottenAtOnce()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "486 Busy Here"));

        Assert.StartsWith("ACK ", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Core.LivingClientTransactions);
    }

    [Fact]
    public void CancelAndBye_AreSentOnce()
    {
        _rig.Place(ringLimit: TimeSpan.FromSeconds(5));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, _rig.Count("CANCEL"));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));
        _rig.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal(1, _rig.Count("BYE"));
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Refusal_IsSentOnceAndForgottenWithItsAck()
    {
        var rig = new CoreRig(takesCalls: true, transport: SipTransport.Tcp);
        rig.Receive(Request("INVITE", "x", body: CoreRig.Sdp()));
        rig.Incoming!.Reject(486);
        rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, rig.Count("SIP/2.0 486"));
        var to = rig.Last.Split("\r\n").First(line => line.StartsWith("To:", StringComparison.Ordinal));
        rig.Receive(Request("ACK", "x", to));

        Assert.Equal(0, rig.Core.LivingServerTransactions);
    }

    [Fact]
    public void Options_AreAnsweredWithNothingKept()
    {
        _rig.Receive(Request("OPTIONS", "x"));

        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(0, _rig.Core.LivingServerTransactions);
    }

    [Fact]
    public void Answer_IsRepeatedUntilItsAckAllTheSame()
    {
        var rig = new CoreRig(takesCalls: true, transport: SipTransport.Tcp);
        rig.Receive(Request("INVITE", "x", body: CoreRig.Sdp()));
        rig.Incoming!.Answer();
        rig.Advance(TimeSpan.FromSeconds(2));

        // RFC 3261 §13.3.1.4: whatever the transport.
        Assert.Equal(3, rig.Count("SIP/2.0 200 OK"));
    }

    [Fact]
    public void Lost_BeforeAnyResponse_EndsTheCallAtOnceAndSaysWhy()
    {
        _rig.Place();
        _rig.Lose(SipConnectionFailure.UnknownAuthority);

        Assert.Equal(
            (SipCallEnd.ConnectionFailed, SipConnectionFailure.UnknownAuthority, 0),
            (_rig.News[^1].End, _rig.News[^1].Connection, _rig.News[^1].StatusCode)
        );
        Assert.Equal((0, 0), (_rig.ActiveCalls, _rig.Core.LivingClientTransactions));
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Lost_OfAnotherConnection_ChangesNothing()
    {
        _rig.Lose();
        _rig.Place();
        _rig.Core.OnLost(new(0, 1), SipConnectionFailure.Lost, _rig.Now);

        Assert.Equal([SipCallNewsKind.Sent], _rig.News.Select(news => news.Kind));
    }

    [Fact]
    public void Lost_WhileItRings_WaitsForThePeerToComeBack()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Lose();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));

        Assert.Equal(0, _rig.Count("CANCEL"));
        Assert.Equal(SipCallNewsKind.Answered, _rig.News[^1].Kind);
    }

    [Fact]
    public void Lost_WhileItRingsAndThePeerCannotComeBack_EndsTheRingingByANewConnection()
    {
        var rig = new CoreRig(transport: SipTransport.Tcp, listens: false);
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "180 Ringing"));
        rig.Lose();

        Assert.StartsWith("CANCEL ", rig.Last, StringComparison.Ordinal);
        Assert.Equal(rig.Flow, rig.Flows[^1]);
        Assert.Equal(1, rig.ActiveCalls);
        rig.Receive(CoreRig.Respond(rig.Last, "200 OK"));
        Assert.Equal(SipCallEnd.ConnectionFailed, rig.News[^1].End);
        Assert.True(rig.Core.IsIdle);
    }

    [Fact]
    public void Lost_WhileItRingsAndNoConnectionCanBeHad_EndsTheCall()
    {
        var rig = new CoreRig(transport: SipTransport.Tcp, listens: false);
        rig.Place();
        rig.Receive(CoreRig.Respond(rig.Invite, "180 Ringing"));
        rig.Lose();
        rig.Lose(SipConnectionFailure.Unreachable);

        Assert.Equal((SipCallEnd.ConnectionFailed, SipConnectionFailure.Unreachable), (rig.News[^1].End, rig.News[^1].Connection));
        Assert.True(rig.Core.IsIdle);
    }

    [Fact]
    public void Lost_AfterTheAnswer_SendsTheByeByANewConnection()
    {
        var id = _rig.Place();
        Answer();
        var before = _rig.Flow;
        _rig.Lose();
        Assert.Equal(SipCallNewsKind.Answered, _rig.News[^1].Kind);
        _rig.Core.End(id, _rig.Now);

        Assert.StartsWith("BYE ", _rig.Last, StringComparison.Ordinal);
        Assert.NotEqual(before, _rig.Flows[^1]);
        Assert.Equal(SipCallEnd.HungUpByUs, _rig.News[^1].End);
    }

    [Fact]
    public void Lost_WithTheByeOnIt_SendsItOnceMoreAndThenLetsGo()
    {
        var id = _rig.Place();
        Answer();
        _rig.Core.End(id, _rig.Now);
        _rig.Lose();
        Assert.Equal(2, _rig.Count("BYE"));
        Assert.Equal(_rig.Sent[^2].Text, _rig.Last);

        _rig.Lose();
        Assert.Equal(2, _rig.Count("BYE"));
        Assert.True(_rig.Core.IsIdle);
        Assert.Single(_rig.News, news => news.Kind == SipCallNewsKind.Ended);
    }

    [Fact]
    public void Lost_OnceCancelled_EndsAsCancelled()
    {
        var id = _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Core.End(id, _rig.Now);
        _rig.Receive(CoreRig.Respond(_rig.Last, "200 OK"));
        _rig.Lose();

        Assert.Equal(SipCallEnd.Cancelled, _rig.News[^1].End);
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Unanswered_UntilTimerB_MakesTheConnectionDoubtful()
    {
        _rig.Place();
        _rig.Advance(TimeSpan.FromSeconds(40));

        Assert.Equal([(_rig.Flow, TimeSpan.FromSeconds(32))], _rig.Doubts);
    }

    [Fact]
    public void SipsTrunk_AsksForTlsAllTheWay()
    {
        var rig = new CoreRig(transport: SipTransport.Tls, usesSips: true);
        rig.Place();

        Assert.StartsWith("INVITE sips:+31970100200@", rig.Invite, StringComparison.Ordinal);
        Assert.Contains("From: <sips:", rig.Invite, StringComparison.Ordinal);
        Assert.Contains("To: <sips:", rig.Invite, StringComparison.Ordinal);
        Assert.Contains("Contact: <sips:burgernet@127.0.0.1:5091>", rig.Invite, StringComparison.Ordinal);
    }

    private void Answer() => _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));

    private static string Request(string method, string branch, string to = "To: <sip:b@127.0.0.1>", string body = "")
    {
        var type = body.Length == 0 ? "" : "Content-Type: application/sdp\r\n";
        return $"{method} sip:b@127.0.0.1:5080 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:5060;branch=z9hG4bK{branch}\r\n"
            + $"From: <sip:a@127.0.0.1>;tag=a\r\n{to}\r\nCall-ID: 1\r\nCSeq: 1 {method}\r\n{CoreRig.Contact}{type}Content-Length: {body.Length}\r\n\r\n{body}";
    }
}
