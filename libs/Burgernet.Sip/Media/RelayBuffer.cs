namespace Burgernet.Sip.Media;

/// <summary>Audio on its way from one leg to another: written by the thread that paces the one, read by the thread that paces the other. Neither waits, nothing is allocated.</summary>
/// <remarks>
/// What arrives unevenly leaves evenly: it begins once 40 ms wait, and again so after a hole. More than 120 ms are cut back to 40, so that neither a burst nor a
/// clock that runs faster than ours makes two people talk past each other. Packets that come late or twice are dropped (RFC 3550 §A.1 counts them).
/// </remarks>
internal sealed class RelayBuffer
{
    /// <summary>Samples that wait before the first is sent.</summary>
    public const int Start = 40 * PacketTime.SamplesPerMillisecond;

    /// <summary>Samples that may wait.</summary>
    public const int Most = 120 * PacketTime.SamplesPerMillisecond;

    /// <summary>A power of two, and more than wait between two turns of a stalled thread.</summary>
    private const int Size = 4_096;

    private readonly byte[] _samples = new byte[Size];
    private volatile bool _isALaw;
    private int _written;
    private int _read;
    private bool _isFlowing;
    private bool _any;
    private uint _source;
    private ushort _sequence;

    /// <summary>Takes a packet's audio in; where there is no room for it, it is lost.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="isALaw">Whether its payload is A-law; µ-law otherwise.</param>
    public void Write(in RtpPacket packet, bool isALaw)
    {
        if (_any && packet.Source == _source && (short)(packet.Sequence - _sequence) <= 0)
        {
            return;
        }

        (_any, _source, _sequence) = (true, packet.Source, packet.Sequence);
        var written = _written;
        if (packet.Payload.Length > Size - (written - Volatile.Read(ref _read)))
        {
            return;
        }

        _isALaw = isALaw;
        var at = written & (Size - 1);
        var first = Math.Min(packet.Payload.Length, Size - at);
        packet.Payload[..first].CopyTo(_samples.AsSpan(at));
        packet.Payload[first..].CopyTo(_samples);
        Volatile.Write(ref _written, written + packet.Payload.Length);
    }

    /// <summary>The next samples.</summary>
    /// <param name="samples">As many as a packet holds; filled where the result is true.</param>
    /// <param name="inALaw">In which law they are wanted.</param>
    /// <returns>False where there is nothing to say now.</returns>
    public bool TryRead(Span<byte> samples, bool inALaw)
    {
        var read = _read;
        var waiting = Volatile.Read(ref _written) - read;
        _isFlowing = waiting >= (_isFlowing ? samples.Length : Math.Max(Start, samples.Length));
        if (!_isFlowing)
        {
            return false;
        }

        if (waiting > Most)
        {
            read += waiting - Math.Max(Start, samples.Length);
        }

        var at = read & (Size - 1);
        var first = Math.Min(samples.Length, Size - at);
        _samples.AsSpan(at, first).CopyTo(samples);
        _samples.AsSpan(0, samples.Length - first).CopyTo(samples[first..]);
        Volatile.Write(ref _read, read + samples.Length);
        if (_isALaw != inALaw)
        {
            G711.ToOtherLaw(samples, inALaw);
        }

        return true;
    }
}
