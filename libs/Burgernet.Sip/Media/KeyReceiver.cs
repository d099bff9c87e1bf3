using System.Buffers.Binary;

namespace Burgernet.Sip.Media;

/// <summary>Hears keys in telephone-event packets, RFC 4733 §2.5.2: one key per RTP timestamp, however many packets and ends repeat it.</summary>
internal struct KeyReceiver
{
    private bool _any;
    private uint _source;
    private uint _timestamp;
    private byte _event;
    private ushort _duration;

    /// <summary>A key that this packet tells for the first time, or 0. A lost end needs nothing: the next event has its own timestamp.</summary>
    public char Hear(in RtpPacket packet)
    {
        // event (8) | E | R | volume (6) | duration (16)
        var payload = packet.Payload;
        if (payload.Length < 4)
        {
            return '\0';
        }

        var number = payload[0];
        var duration = BinaryPrimitives.ReadUInt16BigEndian(payload[2..]);
        if (number > 15)
        {
            return '\0';
        }

        if (packet.Source != _source)
        {
            // Another stream has timestamps of its own.
            _any = false;
            _source = packet.Source;
        }

        var ahead = (int)(packet.Timestamp - _timestamp);
        if (_any && ahead <= 0)
        {
            // Reordered or repeated; of the current event the duration is kept.
            if (ahead == 0 && duration > _duration)
            {
                _duration = duration;
            }

            return '\0';
        }

        // RFC 4733 §2.5.1.3: an event longer than 0xFFFF goes on in a new segment, without marker, exactly where the old one ended.
        var goesOn = _any && !packet.Marker && number == _event && _duration == ushort.MaxValue && ahead == ushort.MaxValue;
        _any = true;
        _timestamp = packet.Timestamp;
        _event = number;
        _duration = duration;
        return goesOn ? '\0' : "0123456789*#ABCD"[number];
    }

    public static int EventOf(char key) => "0123456789*#ABCD".IndexOf(char.ToUpperInvariant(key), StringComparison.Ordinal);
}
