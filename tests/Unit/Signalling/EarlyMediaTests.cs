using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Session descriptions in provisional responses, RFC 3261 §13.2.1: whatever a phone network plays before the answer, the message waits for it.</summary>
public sealed class EarlyMediaTests
{
    private readonly CoreRig _rig = new();

    [Theory]
    [InlineData("180 Ringing")]
    [InlineData("181 Call Is Being Forwarded")]
    [InlineData("182 Queued")]
    [InlineData("183 Session Progress")]
    [InlineData("199 Early Dialog Terminated")]
    public void Message_DuringEarlyMedia_WaitsForTheAnswer(string statusLine)
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, statusLine, more: CoreRig.Contact, body: CoreRig.Sdp()));
        Assert.Equal((false, 0), (_rig.Legs[0].IsPlaying, _rig.Legs[0].Peer.Port));

        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp()));
        Assert.Equal((true, 4_000), (_rig.Legs[0].IsPlaying, _rig.Legs[0].Peer.Port));
    }

    [Fact]
    public void Answer_OfAnotherForkThanTheEarlyOne_Counts()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: "a", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_002)));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: "b", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_004)));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", tag: "c", more: CoreRig.Contact, body: CoreRig.Sdp("0", port: 4_006)));

        Assert.Equal((4_006, 0, false), (_rig.Legs[0].Peer.Port, _rig.Legs[0].Peer.Codec, _rig.Legs[0].Peer.IsALaw));
    }

    [Fact]
    public void Answer_ThatDiffersFromTheEarlyOne_Counts()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_002)));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_004)));

        Assert.Equal(4_004, _rig.Legs[0].Peer.Port);
    }

    [Fact]
    public void Answer_WithoutBody_IsTheEarlyOneOfTheSameDialog()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", more: CoreRig.Contact, body: CoreRig.Sdp(port: 4_002)));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", more: CoreRig.Contact));

        Assert.Equal((true, 4_002), (_rig.Legs[0].IsPlaying, _rig.Legs[0].Peer.Port));
    }

    [Fact]
    public void Answer_WithoutBody_OfADialogThatHadNone_EndsTheCall()
    {
        _rig.Place();
        _rig.Receive(CoreRig.Respond(_rig.Invite, "183 Session Progress", tag: "a", more: CoreRig.Contact, body: CoreRig.Sdp()));
        _rig.Receive(CoreRig.Respond(_rig.Invite, "200 OK", tag: "b", more: CoreRig.Contact));

        Assert.False(_rig.Legs[0].IsPlaying);
        Assert.Contains(_rig.News, news => news.End == SipCallEnd.NoMedia);
        Assert.Equal(1, _rig.Count("BYE"));
    }
}
