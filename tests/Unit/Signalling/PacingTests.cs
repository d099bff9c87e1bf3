using System.Net;
using System.Net.Sockets;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class PacingTests
{
    [Fact]
    public void Stall_SkipsRtpTimeAndNeverBursts()
    {
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        peer.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var plane = new MediaPlane(
            new SipEndpointOptions { FirstMediaPort = 32_602, LastMediaPort = 32_700 },
            TimeProvider.System,
            new Random(5),
            new BoundedQueue<MediaNews>(64),
            () => { }
        );
        var leg = (RtpLeg)plane.TryOpen(new MediaOwner(IsIncoming: false, 0, 0), 0)!;
        leg.Listen(
            new SdpAudio
            {
                Address = 0x7f000001,
                Port = ((IPEndPoint)peer.LocalEndPoint!).Port,
                Codec = 8,
                IsALaw = true,
                TelephoneEvent = SdpAudio.None,
                PeerReceives = true,
            },
            101
        );
        leg.Play(AudioMessage.FromLinear(new short[160 * 10]));
        var buffer = new byte[2_048];
        var scratch = new MediaScratch();
        foreach (var (due, now, next) in new[] { (20, 20, 20), (40, 41, 20), (60, 79, 20), (80, 219, 140), (220, 220, 20) })
        {
            Assert.Equal(next, leg.Tick(due, now, scratch));
        }

        var stamps = new List<uint>();
        var sequences = new List<ushort>();
        var markers = 0;
        while (peer.Poll(0, SelectMode.SelectRead))
        {
            var length = peer.Receive(buffer);
            Assert.True(RtpPacket.TryParse(buffer.AsSpan(0, length), out var packet));
            stamps.Add(packet.Timestamp);
            sequences.Add(packet.Sequence);
            markers += packet.Marker ? 1 : 0;
        }

        Assert.Equal([0u, 160u, 320u, 1_440u, 1_600u], stamps.Select(stamp => unchecked(stamp - stamps[0])));
        Assert.Equal([0, 1, 2, 3, 4], sequences.Select(sequence => (int)unchecked((ushort)(sequence - sequences[0]))));
        Assert.Equal(1, markers);
        Assert.Equal(TimeSpan.FromMilliseconds(100), leg.Played);
        leg.Close([]);
    }
}
