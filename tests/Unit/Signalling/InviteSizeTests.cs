using System.Text;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>RFC 3261 §18.1.1: requests of more than 1,300 bytes should not go over UDP. Ours stay below it, so that the question seldom comes up.</summary>
public sealed class InviteSizeTests
{
    private const int Longest = 1_300;

    [Fact]
    public void Invite_WithLongNamesAndSha256Credentials_FitsIntoOnePacket()
    {
        var rig = new CoreRig(credentials: new SipCredentials { UserName = "burgernet-meldkamer-oost", Password = "secret" });
        rig.Place(callId: new string('a', 48));
        var bare = Size(rig);
        var challenge =
            $"Proxy-Authenticate: Digest realm=\"sip.carrier-with-a-long-name.example.org\", nonce=\"{new string('n', 64)}\", "
            + $"opaque=\"{new string('o', 32)}\", qop=\"auth\", algorithm=SHA-256\r\n";
        rig.Receive(CoreRig.Respond(rig.Invite, "407 Proxy Authentication Required", more: challenge));

        Assert.Contains("\r\nProxy-Authorization: Digest ", rig.Last, StringComparison.Ordinal);
        Assert.InRange(bare, 600, 900);
        Assert.InRange(Size(rig), bare + 300, Longest);
    }

    private static int Size(CoreRig rig) => Encoding.UTF8.GetByteCount(rig.Last);
}
