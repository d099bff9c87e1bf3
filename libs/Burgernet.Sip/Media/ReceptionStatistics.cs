using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Burgernet.Sip.Media;

/// <summary>What of the peer's stream arrived, for the report block that we send it: RFC 3550 §6.4.1, counted as in its appendix A.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ReceptionStatistics
{
    public const int BlockLength = 24;

    /// <summary>A jump by more is a new beginning (appendix A.1, MAX_DROPOUT and MAX_MISORDER).</summary>
    private const int MostAhead = 3_000;

    private const int MostBehind = 100;

    private const int NanosecondsPerSample = 125_000;

    private bool _isAny;
    private bool _hasTime;
    private uint _first;
    private uint _highest;
    private uint _received;
    private uint _expectedBefore;
    private uint _receivedBefore;
    private int _transit;
    private uint _jitter;

    /// <summary>The stream that is counted.</summary>
    public uint Source { get; private set; }

    /// <summary>Something to report: a stream, and moments of arrival without which its jitter would be that of our looking.</summary>
    public readonly bool CanReport => _isAny && _hasTime;

    /// <summary>Counts a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="arrivedAt">In ns; 0 when not known.</param>
    public void Take(in RtpPacket packet, long arrivedAt)
    {
        if (!_isAny || packet.Source != Source)
        {
            Begin(packet);
        }

        // A.1: the sequence number extended by its rounds.
        var ahead = (short)(ushort)(packet.Sequence - (ushort)_highest);
        if (ahead is > MostAhead or < -MostBehind)
        {
            Begin(packet);
        }
        else if (ahead > 0)
        {
            _highest += (uint)ahead;
        }

        _received++;
        if (arrivedAt != 0)
        {
            TakeTime(packet.Timestamp, arrivedAt);
        }
    }

    /// <summary>Writes the 24 bytes of a report block; the fraction lost is since the block before.</summary>
    /// <param name="to">Room for it.</param>
    /// <param name="lastReport">Middle 32 bits of the NTP time of the peer's last sender report; 0 for none.</param>
    /// <param name="sinceThen">Time since it came, in 1/65536 s.</param>
    public void WriteBlock(Span<byte> to, uint lastReport, uint sinceThen)
    {
        // A.3. Duplicates make the loss negative, which is written as it is.
        var expected = _highest - _first + 1;
        var lost = (int)Math.Clamp(expected - (long)_received, -0x80_0000, 0x7F_FFFF);
        var expectedNow = expected - _expectedBefore;
        var lostNow = (long)expectedNow - (_received - _receivedBefore);
        _expectedBefore = expected;
        _receivedBefore = _received;
        var fraction = expectedNow == 0 || lostNow <= 0 ? 0 : Math.Min(255, (lostNow << 8) / expectedNow);
        BinaryPrimitives.WriteUInt32BigEndian(to, Source);
        BinaryPrimitives.WriteUInt32BigEndian(to[4..], ((uint)fraction << 24) | ((uint)lost & 0xFF_FFFF));
        BinaryPrimitives.WriteUInt32BigEndian(to[8..], _highest);
        BinaryPrimitives.WriteUInt32BigEndian(to[12..], _jitter >> 4);
        BinaryPrimitives.WriteUInt32BigEndian(to[16..], lastReport);
        BinaryPrimitives.WriteUInt32BigEndian(to[20..], sinceThen);
    }

    private void Begin(in RtpPacket packet)
    {
        this = default;
        _isAny = true;
        Source = packet.Source;
        _first = packet.Sequence;
        _highest = packet.Sequence;
    }

    /// <summary>A.8: interarrival jitter in timestamp units, scaled by 16.</summary>
    private void TakeTime(uint timestamp, long arrivedAt)
    {
        var transit = unchecked((int)(uint)(arrivedAt / NanosecondsPerSample) - (int)timestamp);
        if (_hasTime)
        {
            var difference = (uint)Math.Abs((long)unchecked(transit - _transit));
            _jitter += difference - ((_jitter + 8) >> 4);
        }

        _transit = transit;
        _hasTime = true;
    }
}
