using System.Buffers.Binary;
using Burgernet.Sip.Media;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

/// <summary>RFC 3550 §6.4.1 and appendix A.</summary>
public sealed class ReceptionStatisticsTests
{
    private const long Second = 1_000_000_000;

    private readonly byte[] _block = new byte[24];
    private ReceptionStatistics _statistics;

    [Fact]
    public void Steady_HasNoLossAndNoJitter()
    {
        for (var i = 0; i < 16; i++)
        {
            Take((ushort)(65_530 + i), at: Second + (i * 20_000_000L), timestamp: (uint)i * 160);
        }

        // One round of the sequence numbers lies above them.
        Assert.Equal((0, 0, 65_536u + 9, 0u), Report());
    }

    [Fact]
    public void Losses_AreAFractionSinceTheBlockBefore()
    {
        foreach (var sequence in new ushort[] { 1, 2, 3, 5 })
        {
            Take(sequence);
        }

        Assert.Equal((51, 1, 5u, 0u), Report());
        Take(6);
        Assert.Equal((0, 1, 6u, 0u), Report());
    }

    [Fact]
    public void Duplicates_MakeTheLossNegative()
    {
        foreach (var sequence in new ushort[] { 1, 2, 2, 2 })
        {
            Take(sequence);
        }

        Assert.Equal((0, -2, 2u, 0u), Report());
    }

    [Fact]
    public void Disorder_IsNoLoss()
    {
        foreach (var sequence in new ushort[] { 1, 3, 2, 4 })
        {
            Take(sequence);
        }

        Assert.Equal((0, 0, 4u, 0u), Report());
    }

    [Fact]
    public void Jitter_IsASixteenthOfTheDifference()
    {
        Take(1, at: Second);

        // 16 ms late: 128 samples, of which a sixteenth.
        Take(2, at: Second + 36_000_000);
        Assert.Equal(8u, Report().Jitter);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(65_000)]
    public void Jump_BeginsAnew(int sequence)
    {
        Take(500);
        Take((ushort)sequence);
        Take((ushort)(sequence + 1));
        Assert.Equal((0, 0, (uint)sequence + 1, 0u), Report());
    }

    [Fact]
    public void OtherSource_BeginsAnew()
    {
        Take(1);
        Take(9, source: 2);
        Assert.Equal((0, 0, 9u, 0u), Report());
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(_block));
    }

    [Fact]
    public void ArrivalUnknown_IsNotReported()
    {
        Take(1, at: 0);
        Assert.False(_statistics.CanReport);
    }

    private void Take(ushort sequence, long at = -1, uint source = 1, uint? timestamp = null)
    {
        var bytes = new byte[12];
        RtpPacket.WriteHeader(bytes, 8, marker: false, sequence, timestamp ?? sequence * 160u, source);
        Assert.True(RtpPacket.TryParse(bytes, out var packet));
        _statistics.Take(packet, at < 0 ? Second + (sequence * 20_000_000L) : at);
    }

    private (int Fraction, int Lost, uint Highest, uint Jitter) Report()
    {
        Assert.True(_statistics.CanReport);
        _statistics.WriteBlock(_block, 0, 0);
        var lost = BinaryPrimitives.ReadInt32BigEndian(_block.AsSpan(4));
        return (
            _block[4],
            lost << 8 >> 8,
            BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(8)),
            BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(12))
        );
    }
}
