using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Burgernet.Sip;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>The wheel of slots, turned by hand.</summary>
public sealed class PacingTests : IDisposable
{
    private readonly Socket _peer = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
    private readonly MediaPlane _plane;
    private readonly Pacer _pacer;

    public PacingTests()
    {
        _peer.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var (first, last) = MediaPorts.Next();
        _plane = new MediaPlane(
            new SipEndpointOptions { FirstMediaPort = first, LastMediaPort = last },
            TimeProvider.System,
            new Random(Environment.ProcessId),
            new BoundedQueue<MediaNews>(1_024),
            () => { }
        );
        _pacer = new Pacer(_plane, TimeProvider.System, 1_024, MediaPriority.Normal, "test");
    }

    [Fact]
    public void Stall_SkipsRtpTimeAndNeverBursts()
    {
        using var rig = new LegRig(LegRig.Ramp(10));
        foreach (var (due, now, next) in new[] { (20, 20, 20), (40, 41, 20), (60, 79, 20), (80, 219, 140), (220, 220, 20) })
        {
            Assert.Equal(next, rig.Leg.Tick(due, now, rig.Scratch));
        }

        var packets = rig.PeerGets();
        var stamps = packets.ConvertAll(packet => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4)));
        var sequences = packets.ConvertAll(packet => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2)));
        Assert.Equal([0u, 160u, 320u, 1_440u, 1_600u], stamps.Select(stamp => unchecked(stamp - stamps[0])));
        Assert.Equal([0, 1, 2, 3, 4], sequences.Select(sequence => (int)unchecked((ushort)(sequence - sequences[0]))));
        Assert.Single(packets, packet => (packet[1] & 0x80) != 0);
        Assert.Equal(TimeSpan.FromMilliseconds(100), rig.Leg.Played);
    }

    [Fact]
    public void Legs_AreSpreadOverTheSlots()
    {
        Add(200);
        _pacer.RunDue(0);
        Take();

        for (var now = 100; now < 160; now++)
        {
            _pacer.RunDue(now);
            if (now >= 120)
            {
                Assert.Equal(10, Take().Count);
            }

            Take();
        }
    }

    [Fact]
    public void Legs_KeepTheirPlaceInTheirSlot()
    {
        Add(60);
        var rounds = new List<List<int>>();
        for (var round = 0; round < 5; round++)
        {
            for (var now = 0; now < 20; now++)
            {
                _pacer.RunDue((round * 20) + now);
            }

            rounds.Add(Take());
        }

        Assert.Equal(60, rounds[1].Count);
        Assert.All(rounds.Skip(2), round => Assert.Equal(rounds[1], round));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(95)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1_000)]
    [InlineData(100_000_000)]
    public void Stall_OfAnyLength_SendsOnePacketALegAndKeepsTheirPhases(int stall)
    {
        Add(40);
        for (var now = 0; now < 60; now++)
        {
            _pacer.RunDue(now);
        }

        var before = new List<List<int>>();
        for (var now = 60; now < 80; now++)
        {
            Take();
            _pacer.RunDue(now);
            before.Add(Take());
        }

        _pacer.RunDue(80 + stall - 1);
        var missed = Take();
        Assert.Equal(40, missed.Count);
        Assert.Equal(40, missed.Distinct().Count());
        Assert.Equal(1, _pacer.Scratch.Counts.Stalls);
        for (var now = 80 + stall; now < 100 + stall; now++)
        {
            _pacer.RunDue(now);
            Assert.Equal(before[(now - 60) % 20], Take());
        }
    }

    [Fact]
    public void Wheel_WithNothingToPace_SleepsUntilWoken()
    {
        Assert.Equal(-1, _pacer.RunDue(5));
        var leg = Add(1)[0];
        var next = _pacer.RunDue(5);
        Assert.Equal(6, next);
        Assert.Equal(26, _pacer.RunDue(6));
        leg.Close([]);
        Assert.Equal(-1, Enumerable.Range(7, 40).Select(now => _pacer.RunDue(now)).Last());
    }

    public void Dispose()
    {
        _pacer.Dispose();
        _plane.Dispose();
        _peer.Dispose();
    }

    private List<RtpLeg> Add(int count)
    {
        var legs = new List<RtpLeg>();
        for (var i = 0; i < count; i++)
        {
            var leg = (RtpLeg)_plane.TryOpen(new MediaOwner(IsIncoming: false, i, 0), 0)!;
            leg.Listen(
                new SdpAudio
                {
                    Address = 0x7f000001,
                    Port = ((IPEndPoint)_peer.LocalEndPoint!).Port,
                    Codec = 8,
                    IsALaw = true,
                    TelephoneEvent = SdpAudio.None,
                    PeerReceives = true,
                },
                101
            );
            leg.Play(LegRig.Ramp(100));
            _pacer.Add(leg);
            legs.Add(leg);
        }

        return legs;
    }

    /// <summary>The ports that sent since the last time, in order.</summary>
    private List<int> Take()
    {
        var ports = new List<int>();
        var buffer = new byte[2_048];
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        while (_peer.Poll(0, SelectMode.SelectRead))
        {
            _peer.ReceiveFrom(buffer, ref from);
            ports.Add(((IPEndPoint)from).Port);
        }

        return ports;
    }
}
