using System.Buffers.Binary;
using System.Text;
using Burgernet.Sip.Media;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>RTCP where the peer took it on the port of the audio, RFC 5761.</summary>
public sealed class RtcpTests
{
    [Fact]
    public void Reports_WhereMuxWasAccepted_ComeEveryFewSecondsAndEndInGoodbye()
    {
        using var rig = new LegRig(LegRig.Ramp(2_000), peer => peer with { TakesControl = true });
        rig.PeerSends(rig.Packet(8));
        rig.Run(30_000);
        rig.Leg.Close([]);

        var all = rig.PeerGets();
        var control = all.Where(packet => Rtcp.IsControl(packet)).ToList();

        // 30 s at 2.05 to 6.16 s, the first after half of that; and the goodbye.
        Assert.InRange(control.Count, 5, 16);
        Assert.All(control.SkipLast(1), packet => Assert.Equal([Rtcp.SenderReport, Rtcp.Description], Types(packet)));
        Assert.Equal([Rtcp.SenderReport, Rtcp.Description, Rtcp.Goodbye], Types(control[^1]));
        Assert.Equal(control.Count - 1, rig.Scratch.Counts.RtcpSent);

        // SSRC, packet and octet count, one block about the peer, CNAME.
        var last = control[^1].AsSpan();
        var audio = all.Count - control.Count;
        Assert.Equal(rig.Leg.Session, BinaryPrimitives.ReadUInt32BigEndian(last[4..]));
        Assert.Equal((uint)audio, BinaryPrimitives.ReadUInt32BigEndian(last[20..]));
        Assert.Equal((uint)audio * 160, BinaryPrimitives.ReadUInt32BigEndian(last[24..]));
        Assert.Equal(1, last[0] & 31);
        Assert.Equal(9u, BinaryPrimitives.ReadUInt32BigEndian(last[28..]));
        Assert.Equal((1, Rtcp.NameLength), (last[52 + 8], last[52 + 9]));
        Assert.Matches("^[A-Za-z0-9+/]{16}$", Encoding.ASCII.GetString(last.Slice(52 + 10, Rtcp.NameLength)));
    }

    [Fact]
    public void Reports_WhereMuxWasRefused_AreNotSent()
    {
        using var rig = new LegRig(LegRig.Ramp(2_000));
        rig.Run(30_000);
        rig.Leg.Close([]);

        Assert.DoesNotContain(rig.PeerGets(), packet => Rtcp.IsControl(packet));
    }

    [Fact]
    public void Goodbye_OfALegThatNeverSent_IsNotSaid()
    {
        using var rig = new LegRig(message: null, peer => peer with { TakesControl = true });
        rig.Run(100);
        rig.Leg.Close([]);

        Assert.Empty(rig.PeerGets());
    }

    [Fact]
    public void Report_OfALegThatOnlyListens_IsAReceiverReport()
    {
        using var rig = new LegRig(message: null, peer => peer with { TakesControl = true });
        rig.PeerSends(rig.Packet(8));
        rig.Run(7_000);

        Assert.All(rig.PeerGets(), packet => Assert.Equal([Rtcp.ReceiverReport, Rtcp.Description], Types(packet)));
    }

    [Fact]
    public void PeersReport_IsNamedInOurs()
    {
        using var rig = new LegRig(LegRig.Ramp(400), peer => peer with { TakesControl = true });
        rig.PeerSends(rig.Packet(8));
        var report = new byte[28];
        Rtcp.WriteHeader(report, Rtcp.SenderReport, 0, 28);
        BinaryPrimitives.WriteUInt64BigEndian(report.AsSpan(8), 0x1122_3344_5566_7788);
        rig.PeerSends(report);
        rig.Run(7_000);

        var ours = rig.PeerGets().First(packet => Rtcp.IsControl(packet));
        Assert.Equal((1, 0), (rig.Scratch.Counts.RtcpReceived, rig.Scratch.Counts.RtcpMalformed));
        Assert.Equal(1, rig.Leg.PacketsReceived);
        Assert.Equal(0x3344_5566u, BinaryPrimitives.ReadUInt32BigEndian(ours.AsSpan(28 + 16)));
    }

    [Fact]
    public void Report_FromAStranger_IsDropped()
    {
        using var rig = new LegRig(message: null, peer => peer with { TakesControl = true });
        var report = new byte[28];
        Rtcp.WriteHeader(report, Rtcp.SenderReport, 0, 28);
        rig.StrangerSends(report);
        rig.PeerSends([0x80, 200, 0, 99]);
        rig.Run(100);

        Assert.Equal((1, 1, 1), (rig.Scratch.Counts.RtcpReceived, rig.Scratch.Counts.RtcpMalformed, rig.Scratch.Counts.RtpDropped));
    }

    [Fact]
    public void AnyBytes_NeverThrow() =>
        Gen
            .Byte.Array[0, 120]
            .Sample(
                bytes =>
                {
                    var session = default(RtcpSession);
                    session.Take(bytes, 1);
                    if (RtpPacket.TryParse(bytes, out var packet))
                    {
                        var statistics = default(ReceptionStatistics);
                        statistics.Take(packet, 1);
                        default(KeyReceiver).Hear(packet);
                    }
                },
                iter: 20_000
            );

    [Fact]
    public void Ntp_CountsFrom1900() =>
        Assert.Equal(0x83AA_7E80_8000_0000, Rtcp.ToNtp(DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds(500)));

    /// <summary>The types of a compound packet, whose lengths must add up.</summary>
    private static List<int> Types(byte[] compound)
    {
        var types = new List<int>();
        for (var rest = compound.AsSpan(); !rest.IsEmpty; rest = rest[((BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) + 1) * 4)..])
        {
            types.Add(rest[1]);
        }

        return types;
    }
}
