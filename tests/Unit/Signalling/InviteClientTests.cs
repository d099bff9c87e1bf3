using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class InviteClientTests
{
    private readonly CoreRig _rig = new();

    [Fact]
    public void Invite_Unanswered_IsRepeatedByTimerAAndGivenUpByTimerB()
    {
        _rig.Place();
        _rig.Advance(TimeSpan.FromSeconds(40));

        // RFC 3261 §17.1.1.2: at 0, T1, 3·T1, 7·T1, 15·T1, 31·T1, 63·T1
        Assert.Equal([0, 500, 1500, 3500, 7500, 15500, 31500], _rig.Sent.Select(sent => sent.At / TimeSpan.TicksPerMillisecond));
        Assert.All(_rig.Sent, sent => Assert.Equal(_rig.Invite, sent.Text));
        Assert.Equal((SipCallEnd.NoResponse, 0), (_rig.News[^1].End, _rig.News[^1].StatusCode));
        Assert.Equal(0, _rig.ActiveCalls);
        Assert.Equal(0, _rig.Core.LivingClientTransactions);
    }

    [Fact]
    public void Provisional_StopsTimerA()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "100 Trying", tag: ""));
        _rig.Advance(TimeSpan.FromSeconds(20));

        Assert.Single(_rig.Sent);
    }

    [Fact]
    public void Failure_IsAcknowledgedOnTheInvitesBranchAsOftenAsItIsRepeated()
    {
        _rig.Place();
        var busy = CoreRig.Respond(_rig.Invite, "486 Busy Here");
        _rig.Receive(busy);
        _rig.Receive(busy);
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));

        Assert.Equal(2, _rig.Count("ACK sip:+31970100200@127.0.0.1:5060 SIP/2.0\r\n"));
        Assert.Equal(Line(_rig.Invite, "Via"), Line(_rig.Last, "Via"));
        Assert.Equal($"{Line(_rig.Invite, "To")};tag=peer", Line(_rig.Last, "To"));
        Assert.Equal("CSeq: 1 ACK", Line(_rig.Last, "CSeq"));
        Assert.Equal([SipCallNewsKind.Sent, SipCallNewsKind.Ended], _rig.News.Select(news => news.Kind));
        _rig.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(0, _rig.Core.LivingClientTransactions);
    }

    [Fact]
    public void Success_IsAcknowledgedOnANewBranchAlongTheReversedRecordRoute()
    {
        _rig.Place();
        const string routes = "Record-Route: <sip:127.0.0.1:7001;lr>, <sip:127.0.0.1:7002;lr>\r\nRecord-Route: <sip:127.0.0.1:7003;lr>\r\n";
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: routes + CoreRig.Contact, body: CoreRig.Sdp()));

        var (_, ack, to) = _rig.Sent[^1];
        Assert.StartsWith("ACK sip:peer@127.0.0.1:5061 SIP/2.0\r\n", ack, StringComparison.Ordinal);
        Assert.NotEqual(Line(_rig.Invite, "Via"), Line(ack, "Via"), StringComparer.Ordinal);
        Assert.Equal(
            ["Route: <sip:127.0.0.1:7003;lr>", "Route: <sip:127.0.0.1:7002;lr>", "Route: <sip:127.0.0.1:7001;lr>"],
            ack.Split("\r\n").Where(line => line.StartsWith("Route", StringComparison.Ordinal)),
            StringComparer.Ordinal
        );
        Assert.Equal(7003, to.Port);
        Assert.True(_rig.Legs[0].IsPlaying);
    }

    [Fact]
    public void Success_ThroughAStrictRouter_PutsTheTargetLast()
    {
        _rig.Place();
        const string routes = "Record-Route: <sip:127.0.0.1:7001>\r\n";
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: routes + CoreRig.Contact, body: CoreRig.Sdp()));

        Assert.StartsWith("ACK sip:127.0.0.1:7001 SIP/2.0\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Contains("Route: <sip:peer@127.0.0.1:5061>\r\n", _rig.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Success_Repeated_IsAcknowledgedFor64T1AndThenForgotten()
    {
        _rig.Place();
        var ok = Answer();
        _rig.Advance(TimeSpan.FromSeconds(31));
        _rig.Receive(ok);

        Assert.Equal(2, _rig.Count("ACK"));
        Assert.Single(
            _rig.Sent.Where(sent => sent.Text.StartsWith("ACK", StringComparison.Ordinal))
                .Select(sent => sent.Text)
                .Distinct(StringComparer.Ordinal)
        );
        _rig.Advance(TimeSpan.FromSeconds(2));
        _rig.Receive(ok);
        Assert.Equal(2, _rig.Count("ACK"));
        Assert.Equal(1, _rig.Context.Meters.StaleResponses);
    }

    [Fact]
    public void Provisional_AfterTheAnswer_IsIgnored()
    {
        _rig.Place();
        Answer();
        var (sent, news) = (_rig.Sent.Count, _rig.News.Count);
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_999)));

        Assert.Equal((sent, news), (_rig.Sent.Count, _rig.News.Count));
        Assert.Equal(4_000, _rig.Legs[0].Peer.Port);
    }

    [Fact]
    public void RingLimit_WithoutAnyResponse_RepeatsTheInviteNoMoreAndEndsByTimerB()
    {
        _rig.Place(ringLimit: TimeSpan.FromSeconds(5));
        _rig.Advance(TimeSpan.FromSeconds(33));

        // At 0, T1, 3·T1 and 7·T1; CANCEL must wait for a 1xx, so none is sent.
        Assert.Equal((4, 0), (_rig.Count("INVITE"), _rig.Count("CANCEL")));
        Assert.Equal(SipCallEnd.NoResponse, _rig.News[^1].End);
    }

    [Theory]
    [InlineData("180 Ringing")]
    [InlineData("181 Call Is Being Forwarded")]
    [InlineData("183 Session Progress")]
    public void EarlyAnswer_InAnyProvisional_ServesA200WithoutOneAndPlaysNothingBefore(string status)
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, status, more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_111)));
        Assert.False(_rig.Legs[0].IsPlaying);
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact));

        Assert.True(_rig.Legs[0].IsPlaying);
        Assert.Equal(4_111, _rig.Legs[0].Peer.Port);
    }

    [Fact]
    public void EarlyAnswer_OfAnotherBranch_IsNotThatOfTheAnsweringOne()
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: "other", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_111))
        );
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_222)));

        Assert.Equal(4_222, _rig.Legs[0].Peer.Port);
    }

    [Theory]
    [InlineData("first", 4_111)]
    [InlineData("second", 4_222)]
    [InlineData("third", 4_444)]
    public void EarlyAnswers_OfSeveralBranches_ServeTheOneThatAnswersWithoutOne(string tag, int port)
    {
        _rig.Place();
        foreach (var (branch, answer) in new[] { ("first", 4_111), ("second", 4_222), ("third", 4_333), ("third", 4_444) })
        {
            _rig.Receive(
                CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: branch, more: CoreRig.Contact, body: CoreRig.Sdp(port: answer))
            );
        }

        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", tag: tag, more: CoreRig.Contact));

        Assert.True(_rig.Legs[0].IsPlaying);
        Assert.Equal(port, _rig.Legs[0].Peer.Port);
    }

    [Fact]
    public void EarlyAnswers_OfMoreBranchesThanAreKept_EndTheCallWhereTheOldestAnswersWithoutOne()
    {
        _rig.Place();
        for (var branch = 0; branch <= EarlyAnswers.Most; branch++)
        {
            _rig.Receive(
                CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: $"b{branch}", more: CoreRig.Contact, body: CoreRig.Sdp())
            );
        }

        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", tag: "b0", more: CoreRig.Contact));

        Assert.Equal(1, _rig.Count("ACK"));
        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Equal(SipCallEnd.NoMedia, _rig.News[^1].End);
    }

    [Fact]
    public void Success_OfAnotherFork_IsAcknowledgedThenEnded()
    {
        _rig.Place();
        Answer();
        var other = CoreRig.Respond(_rig.Invite, "200 OK", tag: "other", more: CoreRig.Contact, body: CoreRig.Sdp());
        _rig.Receive(other);
        _rig.Receive(other);

        Assert.Equal(3, _rig.Count("ACK"));
        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Contains(
            ";tag=other",
            Line(_rig.Sent.Single(sent => sent.Text.StartsWith("BYE", StringComparison.Ordinal)).Text, "To"),
            StringComparison.Ordinal
        );
        Assert.True(_rig.Legs[0].IsPlaying);
        Assert.DoesNotContain(_rig.News, news => news.Kind == SipCallNewsKind.Ended);
    }

    [Fact]
    public void Cancel_WaitsForAProvisionalResponse()
    {
        var id = _rig.Place();
        _rig.Core.End(id, _rig.Now);
        _rig.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(_rig.Sent);

        _rig.Receive(CoreRig.Respond(_rig.Invite, "100 Trying", tag: ""));
        Assert.StartsWith("CANCEL sip:+31970100200@127.0.0.1:5060 SIP/2.0\r\n", _rig.Last, StringComparison.Ordinal);
        Assert.Equal(Line(_rig.Invite, "Via"), Line(_rig.Last, "Via"));
        Assert.Equal(Line(_rig.Invite, "To"), Line(_rig.Last, "To"));
        Assert.Equal("CSeq: 1 CANCEL", Line(_rig.Last, "CSeq"));
    }

    [Fact]
    public void Cancel_Unanswered_IsRepeatedAndGivenUpAfter64T1()
    {
        _rig.Place(ringLimit: TimeSpan.FromSeconds(5));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, _rig.Count("CANCEL"));
        _rig.Advance(TimeSpan.FromSeconds(33));

        Assert.Equal(11, _rig.Count("CANCEL"));
        Assert.Equal(SipCallEnd.RingLimit, _rig.News[^1].End);
        Assert.Equal(0, _rig.ActiveCalls);
    }

    [Fact]
    public void Cancel_CrossedByAnAnswer_EndsWithAckAndBye()
    {
        var id = _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Core.End(id, _rig.Now);
        Answer();

        Assert.Equal((1, 1), (_rig.Count("ACK"), _rig.Count("BYE")));
        Assert.Equal((SipCallEnd.Cancelled, 200), (_rig.News[^1].End, _rig.News[^1].StatusCode));
        Assert.False(_rig.Legs[0].IsPlaying);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("401 Unauthorized")]
    [InlineData("408 Request Timeout")]
    [InlineData("481 Call/Transaction Does Not Exist")]
    public void Bye_WhateverAnswersIt_EndsTheDialog(string status)
    {
        var id = _rig.Place();
        Answer();
        _rig.Core.End(id, _rig.Now);
        var bye = _rig.Last;
        _rig.Receive(CoreRig.Respond(bye, status));
        _rig.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Equal("CSeq: 2 BYE", Line(bye, "CSeq"));
        Assert.Equal(SipCallEnd.HungUpByUs, _rig.News[^1].End);
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Bye_Unanswered_IsRepeatedByTimerEUntilTimerF()
    {
        var id = _rig.Place();
        Answer();
        _rig.Core.End(id, _rig.Now);
        _rig.Advance(TimeSpan.FromSeconds(40));

        // RFC 3261 §17.1.2.2: T1, 2·T1, 4·T1, then T2
        Assert.Equal(11, _rig.Count("BYE"));
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void PeersBye_IsAnsweredAndSoIsItsRepetition()
    {
        _rig.Place();
        Answer();
        var bye = PeersRequest("BYE", 1);
        _rig.Receive(bye);
        _rig.Receive(bye);

        Assert.Equal(2, _rig.Count("SIP/2.0 200 OK"));
        Assert.Equal(SipCallEnd.HungUpByPeer, _rig.News[^1].End);
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void PeersBye_BeforeItsOwn200_EndsTheCallAndTheLate200GetsAckAndBye()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        _rig.Receive(PeersRequest("BYE", 1));
        Assert.Equal(SipCallEnd.HungUpByPeer, _rig.News[^1].End);
        Answer();

        Assert.Equal((1, 1), (_rig.Count("ACK"), _rig.Count("BYE")));
        Assert.Single(_rig.News, news => news.Kind == SipCallNewsKind.Ended);
        _rig.Receive(CoreRig.Respond(_rig.Last, "481 No"));
        Assert.True(_rig.Core.IsIdle);
    }

    [Fact]
    public void Answer_WithoutACommonCodec_IsAcknowledgedAndEnded()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp("18")));

        Assert.Equal((1, 1), (_rig.Count("ACK"), _rig.Count("BYE")));
        Assert.Equal(SipCallEnd.NoMedia, _rig.News[^1].End);
    }

    [Fact]
    public void Withheld_SendsNothingAndHoldsNothing()
    {
        _rig.Allows = false;
        _rig.Place();

        Assert.Empty(_rig.Sent);
        Assert.Equal(SipCallEnd.Withheld, Assert.Single(_rig.News).End);
        Assert.True(_rig.Legs[0].IsClosed);
        Assert.True(_rig.Core.IsIdle);
        Assert.Equal(0, _rig.Core.LivingClientTransactions);
    }

    [Fact]
    public void ReInvite_IsAnsweredWithOurDescriptionAndRedirectsTheMedia()
    {
        _rig.Place();
        Answer();
        _rig.Receive(PeersRequest("INVITE", 7, CoreRig.Sdp("0", "a=sendrecv\r\n", 4_444)));

        Assert.StartsWith("SIP/2.0 200 OK", _rig.Last, StringComparison.Ordinal);
        Assert.Contains("m=audio 20000 RTP/AVP 0", _rig.Last, StringComparison.Ordinal);
        Assert.Equal((4_444, 0), (_rig.Legs[0].Peer.Port, _rig.Legs[0].Peer.Codec));
        _rig.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal(2, _rig.Count("SIP/2.0 200 OK"));
        _rig.Receive(PeersRequest("ACK", 7));
        _rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, _rig.Count("SIP/2.0 200 OK"));
    }

    private string Answer() => _rig.Answer();

    private string PeersRequest(string method, int sequence, string body = "") => _rig.PeersRequest(method, sequence, body);

    private static string Line(string message, string name) => CoreRig.Line(message, name);
}
