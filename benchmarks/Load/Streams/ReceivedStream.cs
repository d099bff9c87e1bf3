using Burgernet.Sip.Media;

namespace Burgernet.Benchmarks.Load.Streams;

/// <summary>One RTP stream as it arrived: counts, RFC 3550 jitter, and how late each packet was against its own schedule of 20 ms.</summary>
/// <param name="most">Most packets whose moments are kept.</param>
internal sealed class ReceivedStream(int most)
{
    private const int SamplesAPacket = 160;
    private const int PacketMicroseconds = 20_000;
    private const double MicrosecondsASample = 125;

    // Of each packet, by its place in the sequence: how many µs after the first it came, less its place times 20 ms.
    private readonly int[] _offsets = new int[most];
    private int _kept;
    private long _firstAt;
    private long _lastAt;
    private uint _lastTimestamp;
    private int _highest;
    private int _firstSequence;
    private double _jitter;
    private double _jitterSum;

    public long Packets { get; private set; }

    /// <summary>Packets that the sequence numbers say should have come up to the last one that did.</summary>
    public long Expected => Packets == 0 ? 0 : _highest + 1;

    /// <summary>Packets that came after a later one, or twice.</summary>
    public long Disordered { get; private set; }

    /// <summary>Longest time between two packets, in µs.</summary>
    public long LargestGap { get; private set; }

    /// <summary>RTP time that the sender left out, in ms.</summary>
    public long SkippedMilliseconds { get; private set; }

    /// <summary>Mean of the jitter after each packet, in µs.</summary>
    public double MeanJitter => Packets < 2 ? 0 : _jitterSum / (Packets - 1);

    /// <summary>Highest jitter after any packet, in µs.</summary>
    public double MostJitter { get; private set; }

    /// <summary>How late each packet was, in µs, against the schedule that the stream's earliest packet sets.</summary>
    public IEnumerable<int> Lateness
    {
        get
        {
            var earliest = _offsets.AsSpan(0, _kept).Length == 0 ? 0 : _offsets.Take(_kept).Min();
            return _offsets.Take(_kept).Select(offset => offset - earliest);
        }
    }

    /// <summary>Takes a packet of audio.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="at">When the kernel took it in, in ns.</param>
    public void Take(in RtpPacket packet, long at)
    {
        if (Packets == 0)
        {
            _firstAt = at;
            _firstSequence = packet.Sequence;
        }
        else if (!Follow(packet, at))
        {
            return;
        }

        Packets++;
        _lastAt = at;
        _lastTimestamp = packet.Timestamp;
        if (_kept < _offsets.Length)
        {
            _offsets[_kept++] = (int)(((at - _firstAt) / 1_000) - ((long)_highest * PacketMicroseconds));
        }
    }

    private bool Follow(in RtpPacket packet, long at)
    {
        var place = _highest + (short)(ushort)(packet.Sequence - (ushort)(_firstSequence + _highest));
        if (place <= _highest)
        {
            Disordered++;
            return false;
        }

        var steps = place - _highest;
        _highest = place;
        var gap = (at - _lastAt) / 1_000;
        LargestGap = Math.Max(LargestGap, gap);
        var samples = (int)(packet.Timestamp - _lastTimestamp);
        SkippedMilliseconds += (samples - (steps * SamplesAPacket)) / PacketTime.SamplesPerMillisecond;

        // RFC 3550 §6.4.1: D and J.
        var difference = Math.Abs((at - _lastAt) / 1_000.0 - (samples * MicrosecondsASample));
        _jitter += (difference - _jitter) / 16;
        _jitterSum += _jitter;
        MostJitter = Math.Max(MostJitter, _jitter);
        return true;
    }
}
