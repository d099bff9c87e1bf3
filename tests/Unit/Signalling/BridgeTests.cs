using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>A call that came in is joined with one that was placed.</summary>
public sealed class BridgeTests
{
    private readonly CoreRig _rig = new(takesCalls: true);

    [Fact]
    public void Bridge_OfTwoCallsThatAreUp_JoinsTheirAudio()
    {
        Bridge();
        Assert.NotNull(Caller.From);
        Assert.Same(Caller.From, Desk.To);
        Assert.Same(Caller.To, Desk.From);
    }

    [Fact]
    public void Bridge_WhoseCallerHangsUp_EndsThePlacedCall()
    {
        Bridge();
        _rig.Receive(InviteServerTests.Request("BYE", 2, branch: "bye", to: _to));

        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Equal(SipCallEnd.HungUpByUs, _rig.News[^1].End);
        Assert.Equal(SipIncomingCallNews.HungUpByPeer, _rig.IncomingNews[^1]);
        _rig.Receive(CoreRig.Respond(_rig.LastOf("BYE"), "200 OK"));
        Assert.Equal(0, _rig.ActiveCalls);
    }

    [Fact]
    public void Bridge_WhosePlacedCallIsHungUp_EndsTheCallersToo()
    {
        Bridge();
        _rig.Receive(_rig.PeersRequest("BYE", 1));

        Assert.Equal(1, _rig.Count("BYE"));
        Assert.Equal(SipCallEnd.HungUpByPeer, _rig.News[^1].End);
        _rig.Receive(CoreRig.Respond(_rig.LastOf("BYE"), "200 OK"));
        Assert.Equal(SipIncomingCallNews.HungUpByUs, _rig.IncomingNews[^1]);
        Assert.Equal(0, _rig.ActiveCalls);
        Assert.True(Caller.IsClosed && Desk.IsClosed);
    }

    [Fact]
    public void Bridge_WithACallThatOnlyRings_DoesNothing()
    {
        Answered();
        var id = _rig.Place(staysOpen: true);
        _rig.Receive(CoreRig.Respond(_rig.Invite, "180 Ringing"));
        Join(id);
        _rig.Receive(InviteServerTests.Request("BYE", 2, branch: "bye", to: _to));

        Assert.Null(_rig.Legs[0].From);
        Assert.Equal(0, _rig.Count("CANCEL"));
        Assert.Equal(SipCallNewsKind.Ringing, _rig.News[^1].Kind);
    }

    [Fact]
    public void Bridge_WithACallThatIsInOne_DoesNothing()
    {
        Bridge();
        var (from, id) = (Desk.From, _rig.News[^1].Call);
        Join(id);
        Assert.Same(from, Desk.From);
    }

    [Fact]
    public void PlacedCall_ThatStaysOpen_OutlastsItsAnswer()
    {
        _rig.Place(staysOpen: true);
        _rig.Answer();
        _rig.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, _rig.Count("BYE"));
        Assert.Equal(1, _rig.ActiveCalls);
    }

    [Fact]
    public void Caller_IsHeardAndPlayedTo()
    {
        Answered();
        _rig.Core.OnMedia(new MediaNews(new MediaOwner(IsIncoming: true, 0, 0), '1'), _rig.Now);
        _rig.Core.OnMedia(new MediaNews(new MediaOwner(IsIncoming: true, 0, 0), '\0'), _rig.Now);
        _rig.Core.OnMedia(new MediaNews(new MediaOwner(IsIncoming: true, 0, 5), '2'), _rig.Now);
        _rig.Incoming!.Play(AudioMessage.RingingTone, again: true);

        Assert.Equal("1", _rig.IncomingKeys);
        Assert.Equal([SipIncomingCallNews.Acknowledged, SipIncomingCallNews.MessagePlayed], _rig.IncomingNews);
        Assert.Equal((AudioMessage.RingingTone, true), (_rig.Legs[0].Message, _rig.Legs[0].PlaysAgain));
        Assert.Equal(TimeSpan.FromSeconds(1), _rig.Incoming.Played);
    }

    [Fact]
    public void PlacedCall_ThatIsAnswered_PressesKeys()
    {
        var id = _rig.Place(staysOpen: true);
        _rig.Core.PressKey(id, '1');
        _rig.Answer();
        _rig.Core.PressKey(id, '2');
        Assert.Equal("2", _rig.Legs[0].Keys);
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("P-Asserted-Identity: <sip:+31990000001@carrier>\r\n", "+31990000001", false)]
    [InlineData("P-Asserted-Identity: \"A\" <sips:+31990000001;phone-context=x@carrier>\r\n", "+31990000001", false)]
    [InlineData("p-asserted-identity: <tel:+31990000001>\r\nPrivacy: none\r\n", "+31990000001", false)]
    [InlineData("P-Asserted-Identity: <sip:carrier>, <tel:+31990000001;cpc=ordinary>\r\nPrivacy: id\r\n", "+31990000001", true)]
    [InlineData("P-Asserted-Identity: nonsense\r\nPrivacy: id;critical\r\n", null, true)]
    public void Caller_OfWhomTheNetworkVouches_IsKnown(string headers, string? asserted, bool asksPrivacy)
    {
        _rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp(), more: headers));
        Assert.Equal(
            ("0570", asserted, asksPrivacy),
            (_rig.Incoming!.CallingNumber, _rig.Incoming.AssertedNumber, _rig.Incoming.AsksPrivacy)
        );
    }

    private string _to = "";

    private FakeLeg Caller => _rig.Legs[0];

    private FakeLeg Desk => _rig.Legs[1];

    private void Answered()
    {
        _rig.Receive(InviteServerTests.Request("INVITE", 1, body: CoreRig.Sdp()));
        _rig.Incoming!.Answer();
        _to = CoreRig.Line(_rig.LastOf("SIP/2.0 200 OK"), "To")[4..];
        _rig.Receive(InviteServerTests.Request("ACK", 1, branch: "ack", to: _to));
    }

    private void Bridge()
    {
        Answered();
        var id = _rig.Place(staysOpen: true);
        _rig.Answer();
        Join(id);
    }

    private void Join(SipCallId id) => ((IncomingCall)_rig.Incoming!).Join(id);
}
