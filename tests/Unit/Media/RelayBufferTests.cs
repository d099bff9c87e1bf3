using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>The way from one leg to the other.</summary>
public sealed class RelayBufferTests
{
    private readonly RelayBuffer _buffer = new();
    private readonly byte[] _taken = new byte[160];
    private ushort _sequence;
    private int _spoken;

    [Fact]
    public void Audio_BeginsOnceFortyMillisecondsWait_AndComesInItsOrder()
    {
        Speak();
        Assert.False(Take());
        Speak();
        Assert.True(Take());
        Assert.Equal(Said(0), _taken);
        Assert.True(Take());
        Assert.Equal(Said(1), _taken);
        Assert.False(Take());

        // After a hole it begins again as at first.
        Speak();
        Assert.False(Take());
        Speak();
        Assert.True(Take());
        Assert.Equal(Said(2), _taken);
    }

    [Fact]
    public void Packets_OfAnotherLength_AreCutAnew()
    {
        var packet = new byte[12 + 240];
        for (ushort sequence = 1; sequence <= 4; sequence++)
        {
            packet.AsSpan(12).Fill((byte)sequence);
            Write(packet, sequence);
        }

        var heard = new List<byte>();
        while (Take())
        {
            heard.AddRange(_taken);
        }

        Assert.Equal([.. Enumerable.Repeat((byte)1, 240), .. Enumerable.Repeat((byte)2, 240)], heard.Take(480));
        Assert.Equal(960, heard.Count);
    }

    [Fact]
    public void Packet_ThatComesLateOrTwice_IsDropped()
    {
        Speak();
        Speak();
        Speak();
        Write(Packet(0), 2);
        Write(Packet(0), 3);
        Speak();
        for (var i = 0; i < 4; i++)
        {
            Assert.True(Take());
            Assert.Equal(Said(i), _taken);
        }

        Assert.False(Take());
    }

    [Fact]
    public void Burst_IsCutBackToFortyMilliseconds()
    {
        for (var i = 0; i < 8; i++)
        {
            Speak();
        }

        Assert.True(Take());
        Assert.Equal(Said(6), _taken);
        Assert.True(Take());
        Assert.Equal(Said(7), _taken);
        Assert.False(Take());
    }

    [Fact]
    public void Audio_ThatNobodyTakes_IsBounded_AndTheLastOfItIsHeard()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Speak();
        }

        Assert.True(Take());
        Assert.True(Take());
        Assert.False(Take());
    }

    [Fact]
    public void Audio_ForAPeerOfTheOtherLaw_IsTranslated()
    {
        Speak();
        Speak();
        Assert.True(_buffer.TryRead(_taken, inALaw: false));
        Assert.Equal(Said(0).Select(sample => G711.ToMuLaw(G711.FromALaw(sample))), _taken);
    }

    [Fact]
    public void Stream_ThatBeginsAnew_IsHeard()
    {
        Speak();
        Speak();
        Write(Packet(7), 1, source: 10);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(Take());
        }

        Assert.Equal(Packet(7)[12..], _taken);
    }

    private static byte[] Packet(int number)
    {
        var packet = new byte[172];
        packet.AsSpan(12).Fill((byte)number);
        return packet;
    }

    private static byte[] Said(int number) => Packet(number)[12..];

    private void Speak() => Write(Packet(_spoken++), ++_sequence);

    private bool Take() => _buffer.TryRead(_taken, inALaw: true);

    private void Write(byte[] packet, ushort sequence, uint source = 9)
    {
        RtpPacket.WriteHeader(packet, 8, marker: false, sequence, sequence * 160u, source);
        Assert.True(RtpPacket.TryParse(packet, out var parsed));
        _buffer.Write(parsed, isALaw: true);
    }
}
