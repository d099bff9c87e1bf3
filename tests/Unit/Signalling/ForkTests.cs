using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Several 2xx to one INVITE: RFC 3261 §13.2.2.4.</summary>
public sealed class ForkTests
{
    private readonly CoreRig _rig = new(credentials: new SipCredentials { UserName = "alice", Password = "secret" });

    [Fact]
    public void OtherForks_AreEachAcknowledgedAsOftenAsTheyComeAndEndedOnce()
    {
        _rig.Place();
        _rig.Answer();
        var others = new[] { "two", "three", "four" }
            .Select(tag => CoreRig.Respond(_rig.Invite, "200 OK", tag, CoreRig.Contact, CoreRig.Sdp()))
            .ToArray();
        foreach (var other in others.Concat(others).Concat(others))
        {
            _rig.Receive(other);
        }

        Assert.Equal(10, _rig.Count("ACK"));
        Assert.Equal(3, _rig.Count("BYE"));
        Assert.Equal(SipCallNewsKind.Answered, _rig.News[^1].Kind);
    }

    [Fact]
    public void OtherFork_GetsTheInvitesCredentialsInAckAndByeOfItsOwn()
    {
        _rig.Place();
        _rig.Receive(
            CoreRig.Respond(_rig.Invite, "407 No", more: "Proxy-Authenticate: Digest realm=\"c\", nonce=\"n1\", qop=\"auth\"\r\n")
        );
        var invite = _rig.LastOf("INVITE");
        _rig.Answer();
        _rig.Receive(CoreRig.Respond(invite, "200 OK", "other", CoreRig.Contact, CoreRig.Sdp()));

        Assert.Equal(CoreRig.Line(invite, "Proxy-Authorization"), CoreRig.Line(_rig.LastOf("ACK"), "Proxy-Authorization"));
        Assert.Contains("nc=00000002", CoreRig.Line(_rig.LastOf("BYE"), "Proxy-Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherFork_AfterTheCallAndItsSlotServesAnother_TouchesNeither()
    {
        var first = _rig.Place();
        var invite = _rig.Invite;
        _rig.Answer();
        _rig.Core.End(first, _rig.Now);
        _rig.Receive(CoreRig.Respond(_rig.LastOf("BYE"), "200 OK"));

        // The slot that was given back last is taken first.
        Assert.Equal(first.Slot, _rig.Place().Slot);
        var news = _rig.News.Count;
        _rig.Receive(CoreRig.Respond(invite, "200 OK", "other", CoreRig.Contact, CoreRig.Sdp()));

        Assert.Equal(CoreRig.Line(invite, "Call-ID"), CoreRig.Line(_rig.LastOf("ACK"), "Call-ID"));
        Assert.Equal(CoreRig.Line(invite, "Call-ID"), CoreRig.Line(_rig.LastOf("BYE"), "Call-ID"));
        Assert.Equal(news, _rig.News.Count);
    }
}
