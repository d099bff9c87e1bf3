using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>RFC 4733, both directions.</summary>
public sealed class KeyTests
{
    [Fact]
    public void Key_SentAndRepeated_IsHeardOnce()
    {
        var sender = new KeySender();
        var receiver = new KeyReceiver();
        var heard = "";
        var ends = 0;
        foreach (var key in "159*0#D")
        {
            sender.Press(KeyReceiver.EventOf(key));
        }

        for (uint frame = 0; sender.IsBusy; frame++)
        {
            Span<byte> packet = new byte[16];
            if (sender.TryStep(frame * 160, 160, packet[12..], out var timestamp, out var marker))
            {
                ends += packet[13] >> 7;
                heard += Hear(ref receiver, packet, timestamp, marker);
            }
        }

        Assert.Equal("159*0#D", heard);
        Assert.Equal(3 * 7, ends);
    }

    [Fact]
    public void Key_WithAllEndsLost_StillLeavesTheNextOneHeard()
    {
        var receiver = new KeyReceiver();
        Assert.Equal("1", Hear(ref receiver, Event(1, 160), 1_000, marker: true));
        Assert.Equal("", Hear(ref receiver, Event(1, 320), 1_000));
        Assert.Equal("1", Hear(ref receiver, Event(1, 160), 4_000, marker: true));
    }

    [Fact]
    public void Key_WithItsFirstPacketsLost_IsHeard()
    {
        var receiver = new KeyReceiver();
        Assert.Equal("7", Hear(ref receiver, Event(7, 800, isEnd: true), 500));
        Assert.Equal("", Hear(ref receiver, Event(7, 800, isEnd: true), 500));
    }

    [Fact]
    public void Key_HeldLongerThanTheDurationField_IsOneKey()
    {
        var receiver = new KeyReceiver();
        Assert.Equal("5", Hear(ref receiver, Event(5, 160), 0, marker: true));
        Assert.Equal("", Hear(ref receiver, Event(5, 0xFFFF), 0));
        Assert.Equal("", Hear(ref receiver, Event(5, 160), 0xFFFF));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(36)]
    [InlineData(255)]
    public void Event_Above15_IsNoKey(int number)
    {
        var receiver = new KeyReceiver();
        Assert.Equal("", Hear(ref receiver, Event(number, 160), 100, marker: true));
    }

    [Fact]
    public void Event_OlderThanTheLast_IsIgnored()
    {
        var receiver = new KeyReceiver();
        Hear(ref receiver, Event(1, 160), 10_000, marker: true);
        Assert.Equal("", Hear(ref receiver, Event(2, 160), 9_000, marker: true));
    }

    [Fact]
    public void Event_OfAnotherStream_HasAClockOfItsOwn()
    {
        var receiver = new KeyReceiver();
        Hear(ref receiver, Event(1, 160), 10_000, marker: true);
        Assert.Equal("2", Hear(ref receiver, Event(2, 160), 9_000, marker: true, source: 2));
        Assert.Equal("", Hear(ref receiver, Event(2, 320), 9_000, source: 2));
    }

    private static byte[] Event(int number, int duration, bool isEnd = false)
    {
        var packet = new byte[16];
        packet[12] = (byte)number;
        packet[13] = (byte)(isEnd ? 0x8a : 0x0a);
        packet[14] = (byte)(duration >> 8);
        packet[15] = (byte)duration;
        return packet;
    }

    private static string Hear(ref KeyReceiver receiver, Span<byte> packet, uint timestamp, bool marker = false, uint source = 1)
    {
        RtpPacket.WriteHeader(packet, 101, marker, 1, timestamp, source);
        Assert.True(RtpPacket.TryParse(packet, out var parsed));
        var key = receiver.Hear(parsed);
        return key == '\0' ? "" : key.ToString();
    }
}
