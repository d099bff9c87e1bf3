using System.Buffers.Binary;

namespace Burgernet.Sip.Media;

/// <summary>Presses keys: RFC 4733 §2.5.1.2 with an update a packet, five packets long, the end sent three times, then a pause of three packets.</summary>
internal struct KeySender
{
    private const int Updates = 5;
    private const int Ends = 3;
    private const int Pause = 3;

    private ulong _queue;
    private int _count;
    private int _step;
    private uint _timestamp;

    public readonly bool IsBusy => _count > 0;

    /// <summary>At most 16 keys wait; more are dropped.</summary>
    public void Press(int number)
    {
        if (number < 0 || _count == 16)
        {
            return;
        }

        _queue |= (ulong)(uint)number << (_count * 4);
        _count++;
    }

    /// <summary>Advances by one packet's time.</summary>
    /// <param name="now">The stream's timestamp now.</param>
    /// <param name="samples">Samples a packet.</param>
    /// <param name="payload">Four bytes to send when the result is true.</param>
    /// <param name="timestamp">Timestamp of the packet: the event's start.</param>
    /// <param name="marker">First packet of the event.</param>
    public bool TryStep(uint now, int samples, Span<byte> payload, out uint timestamp, out bool marker)
    {
        marker = _step == 0;
        if (_step == 0)
        {
            _timestamp = now;
        }

        timestamp = _timestamp;
        var step = _step++;
        if (step >= Updates + Ends - 1)
        {
            if (step == Updates + Ends - 1 + Pause)
            {
                _queue >>= 4;
                _count--;
                _step = 0;
            }

            return false;
        }

        var isEnd = step >= Updates - 1;
        payload[0] = (byte)(_queue & 15);
        payload[1] = (byte)((isEnd ? 0x80 : 0) | 10);
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], (ushort)(Math.Min(step + 1, Updates) * samples));
        return true;
    }
}
