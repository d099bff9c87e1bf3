namespace Burgernet.Sip.Media;

/// <summary>One RTP port, used again and again, for one call at a time.</summary>
/// <remarks>The signalling thread opens and closes it, a pacing thread ticks it, and never waits for the other at the gate.</remarks>
internal sealed partial class RtpLeg : MediaLeg, IDisposable
{
    /// <summary>From one look into the socket to the next, in ms: a key is heard that much late at most, for a quarter of the system calls.</summary>
    private const int LookEvery = 80;

    /// <summary>A bound on the work per turn; what is left waits for the next.</summary>
    private const int MostBatches = 64;

    /// <summary>A turn that is put off, in ms.</summary>
    private const int Later = 1;

    private readonly Lock _gate = new();
    private readonly RtpPort _port;
    private readonly MediaPlane _plane;
    private MediaOwner _owner;
    private SdpAudio _peer;
    private int _ownTelephoneEvent;
    private SourceLatch _latch;
    private bool _isOpen;
    private bool _isPlaying;
    private bool _playsAgain;
    private bool _isEndTold;
    private bool _markNext;
    private AudioMessage? _message;
    private int _length;
    private int _position;
    private long _moment;
    private long _looksAt;
    private int _packetTime = PacketTime.Usual;
    private ushort _sequence;
    private uint _timestamp;
    private uint _source;
    private KeySender _keys;
    private RtcpSession _control;
    private ReceptionStatistics _statistics;
    private RelayBuffer? _from;

    public RtpLeg(MediaPlane plane, RtpPort port, int number)
    {
        _plane = plane;
        _port = port;
        Port = number;
    }

    public override int Port { get; }

    public override TimeSpan Played
    {
        get
        {
            var samples = Math.Min(Volatile.Read(ref _position), _length);
            return TimeSpan.FromMilliseconds(samples / PacketTime.SamplesPerMillisecond);
        }
    }

    public override long PacketsReceived => Interlocked.Read(ref _packetsReceived);

    public override long BytesReceived => Interlocked.Read(ref _bytesReceived);

    /// <summary>When it was given back; set and read by the signalling thread.</summary>
    public long RestingSince { get; set; }

    public bool IsPaced { get; private set; }

    /// <summary>The moment of its next turn, in ms; the pacing thread's.</summary>
    public long Due { get; set; }

    /// <summary>Behind it in its slot; the pacing thread's.</summary>
    public RtpLeg? Next { get; set; }

    public void Open(MediaOwner owner, uint source, ushort sequence, uint timestamp)
    {
        lock (_gate)
        {
            // What came for the call before this one.
            Drain(_plane.Scratch, discard: true);
            _owner = owner;
            _source = source;
            _sequence = sequence;
            _timestamp = timestamp;
            _isOpen = true;
            _isPlaying = false;
            _isEndTold = false;
            _lateCount = 0;
            _message = null;
            _from = null;
            _to = null;
            _length = 0;
            _position = 0;
            _moment = 0;
            _looksAt = 0;
            _packetTime = PacketTime.Usual;
            _latch = default;
            _heard = default;
            _keys = default;
            _control = default;
            _statistics = default;
            _packetsReceived = 0;
            _bytesReceived = 0;
            _peer = default;
            IsPaced = false;
            Session = source;
        }
    }

    public override void Listen(in SdpAudio peer, int ownTelephoneEvent)
    {
        lock (_gate)
        {
            // Early media: nobody listened, and it is no use any more.
            Drain(_plane.Scratch, discard: true);
            _ownTelephoneEvent = ownTelephoneEvent;
            Aim(peer);
            IsPaced = true;
        }

        _plane.Pace(this);
    }

    public override void Retarget(in SdpAudio peer)
    {
        lock (_gate)
        {
            Aim(peer);
        }
    }

    public override void Play(AudioMessage? message, bool again = false)
    {
        lock (_gate)
        {
            _message = message;
            _length = message?.ALaw.Length ?? 0;
            _playsAgain = again;
            _isEndTold = false;
            _isPlaying = true;
            _markNext = true;
            Volatile.Write(ref _position, 0);
        }
    }

    public override void SendKey(char key)
    {
        lock (_gate)
        {
            _keys.Press(KeyReceiver.EventOf(key));
        }
    }

    public override int Close(Span<char> keys)
    {
        bool wasPaced;
        int count;
        lock (_gate)
        {
            if (!_isOpen)
            {
                return 0;
            }

            _isClosing = true;
            Drain(_plane.Scratch, discard: !IsPaced);
            _isClosing = false;
            count = Math.Min(keys.Length, _lateCount);
            for (var i = 0; i < count; i++)
            {
                keys[i] = _lateKeys[i];
            }

            if (_control.MayLeave)
            {
                Report(_plane.Scratch, isLast: true);
            }

            _isOpen = false;
            _isPlaying = false;
            _message = null;
            _from = null;
            _to = null;
            wasPaced = IsPaced;
        }

        if (!wasPaced)
        {
            _plane.GiveBack(this);
        }

        return count;
    }

    /// <summary>One packet's turn, on the pacing thread.</summary>
    /// <param name="due">When it should be, in ms.</param>
    /// <param name="now">When it is: later by a packet or more after a stall, which swallowed the time between.</param>
    /// <param name="scratch">The thread's.</param>
    /// <returns>From <paramref name="due"/> to the next turn, in ms; 0 when the call is over and the leg leaves its slot.</returns>
    public int Tick(long due, long now, MediaScratch scratch)
    {
        if (!_gate.TryEnter())
        {
            // The signalling thread is at it, or was put off the processor while it was: the others in this slot do not wait for that.
            return Later;
        }

        try
        {
            return _isOpen ? Turn(due, now, scratch) : 0;
        }
        finally
        {
            _gate.Exit();
        }
    }

    public void Dispose() => _port.Dispose();

    private int Turn(long due, long now, MediaScratch scratch)
    {
        // After a stall the RTP clock jumps by what was lost; the words go on where they were (no burst).
        var lost = Math.Max(0, (now - due) / _packetTime * _packetTime);
        var moment = due + lost;
        if (_moment != 0)
        {
            _timestamp += (uint)((moment - _moment) * PacketTime.SamplesPerMillisecond);
        }
        else
        {
            // Neighbours look at different turns; in a bridge at each.
            _looksAt = _to is null ? moment + (Port / 2 * PacketTime.Usual % LookEvery) : moment;
        }

        _moment = moment;
        if (moment >= _looksAt)
        {
            _looksAt = moment + (_to is null ? LookEvery : 0);
            Drain(scratch, discard: false);
        }

        Send(scratch);
        if (_control.IsDue(moment))
        {
            Report(scratch, isLast: false);
        }

        return (int)lost + _packetTime;
    }

    private void Aim(in SdpAudio peer)
    {
        _peer = peer;
        _packetTime = PacketTime.For(peer.PacketTime, peer.MostPacketTime);
        if (peer.Address != 0)
        {
            _latch.Aim(new RtpAddress(peer.Address, (ushort)peer.Port), _moment);
        }

        _control.Turn(peer.TakesControl, _source);
    }

    private void Send(MediaScratch scratch)
    {
        if (!_isPlaying)
        {
            return;
        }

        var samples = _packetTime * PacketTime.SamplesPerMillisecond;
        var payload = scratch.Packet.AsSpan(RtpPacket.HeaderLength);
        if (_keys.IsBusy && _peer.TelephoneEvent != SdpAudio.None && !_peer.IsHeld)
        {
            if (_keys.TryStep(_timestamp, samples, payload, out var begun, out var marker))
            {
                Transmit(scratch, _peer.TelephoneEvent, marker, begun, 4);
                _markNext = true;
            }

            return;
        }

        if (_from is not null)
        {
            Pass(_from, scratch, payload[..samples]);
            return;
        }

        if (_message is null)
        {
            return;
        }

        var audio = _peer.IsALaw ? _message.ALaw : _message.MuLaw;
        if (_position >= audio.Length)
        {
            // One packet's time after the last one was sent: it has been heard.
            _isEndTold = _isEndTold || _playsAgain || _plane.Tell(new MediaNews(_owner, '\0'), scratch.Counts);
            if (!_playsAgain)
            {
                return;
            }

            _position = 0;
        }

        if (!_peer.IsHeld)
        {
            var rest = audio.AsSpan(_position, Math.Min(samples, audio.Length - _position));
            rest.CopyTo(payload);
            payload[rest.Length..samples].Fill(_peer.IsALaw ? G711.ALawSilence : G711.MuLawSilence);
            Transmit(scratch, _peer.Codec, _markNext, _timestamp, samples);
            _markNext = false;
        }

        // On hold the message's time runs on: a call always ends.
        Volatile.Write(ref _position, _position + samples);
    }

    private void Transmit(MediaScratch scratch, int payloadType, bool marker, uint timestamp, int payloadLength)
    {
        RtpPacket.WriteHeader(scratch.Packet, payloadType, marker, _sequence++, timestamp, _source);
        if (_port.Send(scratch.Packet.AsSpan(0, RtpPacket.HeaderLength + payloadLength), _latch.Target))
        {
            scratch.Counts.RtpSent++;
        }
        else
        {
            scratch.Counts.RtpSendErrors++;
        }

        _control.CountSent(payloadLength);
    }

    private void Report(MediaScratch scratch, bool isLast)
    {
        var packet = scratch.Packet.AsSpan(0, Rtcp.MostLength);
        var wall = _plane.Time.GetUtcNow();
        var length = _control.WriteReport(packet, _source, _plane.Name, ref _statistics, wall, _timestamp);
        _control.Schedule(_moment);
        if (isLast)
        {
            length += Rtcp.WriteGoodbye(packet[length..], _source);
        }

        // To c=0.0.0.0, the hold of old, there is no way.
        if (_peer.Address != 0 && _port.Send(packet[..length], _latch.Target))
        {
            scratch.Counts.RtcpSent++;
        }
    }
}
