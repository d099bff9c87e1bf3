using System.Net;
using System.Net.Sockets;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Steady state allocates nothing: no byte a response, no byte a packet.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(486)]
    public void Calls_InSteadyState_AllocateNothing(int status)
    {
        var carrier = new QuickCarrier(status);

        // Longer than 64·T1, so that all after-life records and timer queues have reached their size.
        for (var i = 0; i < 300; i++)
        {
            carrier.RunCall();
        }

        // The runtime now and then allocates by itself when it compiles a method again: not in each of three rounds.
        var allocated = long.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var ended = carrier.Ended;
            var responses = carrier.Responses;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                carrier.RunCall();
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(1_000, carrier.Ended - ended);
            Assert.Equal(status == 200 ? 4_000 : 3_000, carrier.Responses - responses);
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Calls_ThatWaitForTheirTurnAndAreRepeated_AllocateNothing()
    {
        // Longer than T1 before each final answer: the INVITE and the BYE are each sent twice.
        var carrier = new QuickCarrier(200, trunk => trunk with { CallsPerSecond = 1, LongestWait = TimeSpan.FromSeconds(5) });
        var silence = TimeSpan.FromMilliseconds(600);
        for (var i = 0; i < 300; i++)
        {
            carrier.RunCall(silence);
        }

        var (ended, repeated) = (carrier.Ended, carrier.Retransmissions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            carrier.RunCall(silence);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1_000, carrier.Ended - ended);
        Assert.Equal(2_000, carrier.Retransmissions - repeated);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Calls_KeptBack_AllocateNothing()
    {
        var carrier = new QuickCarrier(200, trunk => trunk with { MaxUnanswered = 1 });
        for (var i = 0; i < 300; i++)
        {
            carrier.Place();
        }

        var notAdmitted = carrier.NotAdmitted;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            carrier.Place();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1_000, carrier.NotAdmitted - notAdmitted);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void RtpPackets_SentAndReceived_AllocateNothing()
    {
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
        peer.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var (first, last) = MediaPorts.Next();
        using var plane = new MediaPlane(
            new SipEndpointOptions { FirstMediaPort = first, LastMediaPort = last },
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
                TelephoneEvent = 101,
                PeerReceives = true,
                TakesControl = true,
            },
            101
        );
        leg.Play(AudioMessage.FromLinear(new short[160 * 2_000]));
        var scratch = new MediaScratch();
        var address = Burgernet.Sip.Transport.SocketAddresses.Of(new IPEndPoint(IPAddress.Loopback, leg.Port));
        for (var round = 1; round <= 100; round++)
        {
            Turn(round);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 101; round <= 1_100; round++)
        {
            Turn(round);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        leg.Close([]);
        Assert.Equal(1_100, scratch.Counts.RtpSent);

        // 22 s: some reports, and the goodbye of the thread that closed.
        Assert.InRange(scratch.Counts.RtcpSent, 3, 11);
        Assert.Equal(1, plane.Meters.RtcpSent);
        Assert.Equal(1_100, leg.PacketsReceived);
        Assert.Equal(0, allocated);

        void Turn(int round)
        {
            Span<byte> packet = stackalloc byte[172];
            RtpPacket.WriteHeader(packet, 8, marker: false, (ushort)round, (uint)round * 160, 1);
            peer.SendTo(packet, SocketFlags.None, address);
            leg.Tick(round * 20, round * 20, scratch);
        }
    }
}
