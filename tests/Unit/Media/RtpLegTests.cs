using System.Buffers.Binary;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>One leg against a peer's socket on loopback.</summary>
public sealed class RtpLegTests
{
    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(20, 0, 20)]
    [InlineData(30, 0, 30)]
    [InlineData(40, 0, 40)]
    [InlineData(10, 0, 10)]
    [InlineData(0, 10, 10)]
    [InlineData(0, 40, 20)]
    [InlineData(40, 30, 30)]
    [InlineData(200, 0, 60)]
    [InlineData(25, 0, 20)]
    [InlineData(5, 0, 10)]
    public void Message_ToAPeerWithAPacketTime_ComesInSuchPackets(int wish, int most, int expected)
    {
        var message = LegRig.Ramp(30);
        using var rig = new LegRig(message, peer => peer with { PacketTime = wish, MostPacketTime = most });

        rig.Run(700);

        var packets = rig.PeerGets();
        var heard = packets.SelectMany(packet => packet[12..]).ToArray();
        Assert.All(packets, packet => Assert.Equal(12 + (expected * 8), packet.Length));
        Assert.Equal((600 + expected - 1) / expected, packets.Count);
        Assert.Equal(message.ALaw, heard[..message.ALaw.Length]);
        Assert.All(heard[message.ALaw.Length..], sample => Assert.Equal(G711.ALawSilence, sample));
        Assert.All(packets.Zip(packets.Skip(1)), pair => Assert.Equal((uint)expected * 8, Timestamp(pair.Second) - Timestamp(pair.First)));
        Assert.Equal(TimeSpan.FromMilliseconds(600), rig.Leg.Played);
        Assert.Equal(".", rig.Heard());
    }

    [Fact]
    public void Message_ToAPeerOnHold_RunsOnUnheard()
    {
        var message = LegRig.Ramp(20);
        using var rig = new LegRig(message);
        rig.Run(100);
        rig.Leg.Retarget(rig.Description with { PeerReceives = false });
        rig.Run(100);
        rig.Leg.Retarget(rig.Description);
        rig.Run(300);

        var packets = rig.PeerGets();
        Assert.Equal(15, packets.Count);
        Assert.Equal([.. message.ALaw[..800], .. message.ALaw[1_600..]], packets.SelectMany(packet => packet[12..]));
        Assert.Equal(6u * 160, Timestamp(packets[5]) - Timestamp(packets[4]));
        Assert.Equal(".", rig.Heard());
    }

    [Fact]
    public void Message_AfterAChangedAnswer_GoesToTheNewPlaceInTheNewCodec()
    {
        var message = LegRig.Ramp(20);
        using var rig = new LegRig(message);
        rig.Run(100);
        rig.Leg.Retarget(rig.Description with { Port = rig.StrangerPort, Codec = 96, IsALaw = false });
        rig.Run(100);

        Assert.Equal(5, rig.PeerGets().Count);
        var packets = rig.StrangerGets();
        Assert.Equal(5, packets.Count);
        Assert.All(packets, packet => Assert.Equal(96, packet[1] & 0x7f));
        Assert.Equal(message.MuLaw[800..1_600], packets.SelectMany(packet => packet[12..]));
    }

    [Fact]
    public void Message_ToAPortWhereNobodyListens_PlaysToItsEnd()
    {
        using var rig = new LegRig(LegRig.Ramp(10), peer => peer with { Port = 9 });

        rig.Run(400);

        Assert.Equal(10, rig.Scratch.Counts.RtpSent + rig.Scratch.Counts.RtpSendErrors);
        Assert.Equal(".", rig.Heard());
    }

    [Fact]
    public void EarlyMedia_BeforeTheAnswer_IsNeitherCountedNorAnswered()
    {
        using var rig = new LegRig(message: null, isSilent: true);
        for (var i = 0; i < 30; i++)
        {
            rig.StrangerSends(rig.Key(5, 1_000));
        }

        rig.Leg.Listen(rig.Description, 101);
        rig.Leg.Play(LegRig.Ramp(3));
        rig.PeerSends(rig.Packet(8));
        rig.Run(200);

        Assert.Equal(1, rig.Leg.PacketsReceived);
        Assert.Equal(3, rig.PeerGets().Count);
        Assert.Empty(rig.StrangerGets());
        Assert.Equal(".", rig.Heard());
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(13, 1)]
    [InlineData(0, 160)]
    [InlineData(96, 700)]
    [InlineData(127, 1)]
    public void Packet_OfAnyPayload_Counts(int payloadType, int length)
    {
        using var rig = new LegRig(message: null);
        rig.PeerSends(rig.Packet(payloadType, length));
        rig.Run(100);

        Assert.Equal((1, length), (rig.Leg.PacketsReceived, rig.Leg.BytesReceived));
        Assert.Equal("", rig.Heard());
    }

    [Fact]
    public void Bytes_ThatAreNoRtp_AreDropped()
    {
        using var rig = new LegRig(message: null);
        rig.PeerSends([]);
        rig.PeerSends([0x80]);
        rig.PeerSends("OPTIONS sip:a@b SIP/2.0"u8.ToArray());
        rig.PeerSends(new byte[1_500]);

        // A padding longer than the packet, and a list of sources longer than it.
        rig.PeerSends([0xa0, 8, .. new byte[10], 200]);
        rig.PeerSends([0x8f, 8, .. new byte[10]]);
        rig.Run(100);

        Assert.Equal((0, 6), (rig.Leg.PacketsReceived, rig.Scratch.Counts.RtpDropped));
    }

    [Fact]
    public void Key_WhoseEndIsLost_IsHeardOnceAndTheNextOneToo()
    {
        using var rig = new LegRig(message: null);
        foreach (var packet in new[] { rig.Key(1, 800), rig.Key(1, 800, 320), rig.Packet(8), rig.Key(1, 4_000), rig.Key(16, 9_000) })
        {
            rig.PeerSends(packet);
        }

        rig.Run(100);

        Assert.Equal("11", rig.Heard());
    }

    [Fact]
    public void Audio_FromBehindANat_IsAnsweredWhereItCameFrom()
    {
        using var rig = new LegRig(LegRig.Ramp(20), peer => peer with { Address = 0x0a000001, Port = 4_000 });
        rig.PeerSends(rig.Packet(8));
        rig.StrangerSends(rig.Packet(8));
        rig.Run(200);

        Assert.InRange(rig.PeerGets().Count, 5, 10);
        Assert.Empty(rig.StrangerGets());
        Assert.Equal((1, 1), (rig.Leg.PacketsReceived, rig.Scratch.Counts.RtpDropped));
    }

    [Fact]
    public void Batch_OfMoreThanOneLook_IsTakenWhole()
    {
        using var rig = new LegRig(message: null);
        for (var i = 0; i < 40; i++)
        {
            rig.PeerSends(rig.Packet(8));
        }

        rig.Run(100);

        Assert.Equal((40, 40 * 160), (rig.Leg.PacketsReceived, rig.Leg.BytesReceived));
    }

    private static uint Timestamp(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4));
}
