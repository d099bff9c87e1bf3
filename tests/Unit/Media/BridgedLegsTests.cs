using System.Buffers.Binary;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>Two legs of a bridge, each with a peer's socket on loopback.</summary>
public sealed class BridgedLegsTests
{
    [Fact]
    public void Audio_OfEachPeer_ReachesTheOther()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(LegRig.Ramp(1_000));
        Join(caller, desk);
        caller.PeerGets();
        desk.PeerGets();

        Talk(caller, desk, 20);

        Assert.All(Audio(desk.PeerGets()), sample => Assert.Equal(0x11, sample));
        Assert.All(Audio(caller.PeerGets()), sample => Assert.Equal(0x22, sample));
    }

    [Fact]
    public void Audio_OfAPeerWithAnotherCodecAndPacketTime_IsChangedForTheOther()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(message: null, peer => peer with { Codec = 0, IsALaw = false, PacketTime = 40 });
        Join(caller, desk);

        Talk(caller, desk, 40);

        var packets = desk.PeerGets();
        Assert.NotEmpty(packets);
        Assert.All(packets, packet => Assert.Equal((12 + 320, 0), (packet.Length, packet[1] & 0x7f)));
        Assert.All(Audio(packets), sample => Assert.Equal(G711.ToMuLaw(G711.FromALaw(0x11)), sample));
    }

    [Fact]
    public void Stream_ToTheOther_IsOurOwn_MarkedAfterSilence()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(message: null);
        Join(caller, desk);
        Talk(caller, desk, 10);
        Quiet(caller, desk, 10);
        Talk(caller, desk, 10);

        var packets = desk.PeerGets();
        var sequences = packets.ConvertAll(packet => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2)));
        var stamps = packets.ConvertAll(packet => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4)));
        Assert.All(sequences.Zip(sequences.Skip(1)), pair => Assert.Equal(1, (ushort)(pair.Second - pair.First)));
        Assert.Equal(2, packets.Count(packet => (packet[1] & 0x80) != 0));
        var jump = Assert.Single(stamps.Zip(stamps.Skip(1)), pair => pair.Second - pair.First != 160);
        Assert.Equal(0u, (jump.Second - jump.First) % 160);
    }

    [Fact]
    public void Key_InABridge_IsHeardHereAndDoesNotCross()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(message: null);
        Join(caller, desk);
        caller.PeerSends(caller.Key(1, 1_000));
        Quiet(caller, desk, 3);

        Assert.Equal("1", caller.Heard());
        Assert.Equal("", desk.Heard());
        Assert.Empty(desk.PeerGets());
    }

    [Fact]
    public void Peer_OnHold_HearsWhatIsSaidOnceItIsBack()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(message: null);
        Join(caller, desk);
        desk.Leg.Retarget(desk.Description with { PeerReceives = false });
        Talk(caller, desk, 50);
        Assert.Empty(desk.PeerGets());
        desk.Leg.Retarget(desk.Description);
        Talk(caller, desk, 10);

        Assert.InRange(desk.PeerGets().Count, 8, 12);
    }

    [Fact]
    public void Packets_AcrossABridge_AllocateNothing()
    {
        using var caller = new LegRig(message: null);
        using var desk = new LegRig(message: null, peer => peer with { Codec = 0, IsALaw = false });
        Join(caller, desk);
        var packet = caller.Packet(8);
        ushort sequence = 1_000;
        long now = 1_000;

        void Turn(int rounds)
        {
            for (var i = 0; i < rounds; i++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), sequence++);
                caller.PeerSends(packet);
                caller.Leg.Tick(now, now, caller.Scratch);
                desk.Leg.Tick(now, now, desk.Scratch);
                now += 20;
            }
        }

        Turn(200);
        var allocated = long.MaxValue;
        var sent = desk.Scratch.Counts.RtpSent + desk.Scratch.Counts.RtpSendErrors;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Turn(1_000);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, allocated);
        Assert.InRange(desk.Scratch.Counts.RtpSent + desk.Scratch.Counts.RtpSendErrors - sent, 2_900, 3_000);
    }

    private static void Join(LegRig one, LegRig other)
    {
        var (to, from) = (new RelayBuffer(), new RelayBuffer());
        one.Leg.Join(from, to);
        other.Leg.Join(to, from);
    }

    /// <summary>Both speak for so many packets: the first 0x11, the second 0x22.</summary>
    private static void Talk(LegRig one, LegRig other, int packets)
    {
        for (var i = 0; i < packets; i++)
        {
            one.PeerSends(Saying(one, 0x11));
            other.PeerSends(Saying(other, 0x22));
            Quiet(one, other, 1);
        }
    }

    private static void Quiet(LegRig one, LegRig other, int packets)
    {
        for (var i = 0; i < packets; i++)
        {
            one.Run(20);
            other.Run(20);
        }
    }

    private static byte[] Saying(LegRig rig, byte sample)
    {
        var packet = rig.Packet(8);
        packet.AsSpan(12).Fill(sample);
        return packet;
    }

    private static IEnumerable<byte> Audio(List<byte[]> packets)
    {
        Assert.NotEmpty(packets);
        return packets.SelectMany(packet => packet[12..]);
    }
}
