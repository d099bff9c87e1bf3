using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Media;

/// <summary>One RTP port: a synchronous, non-blocking socket that is used again and again, for one call at a time.</summary>
/// <remarks>The signalling thread opens and closes it, the pacing thread ticks it; the gate is practically never contended.</remarks>
internal sealed class RtpLeg : MediaLeg, IDisposable
{
    /// <summary>Turns from one look into the socket to the next: a key is heard 80 ms late at most, for a quarter of the system calls.</summary>
    private const int ListenEvery = 4;

    private readonly Lock _gate = new();
    private readonly Socket _socket;
    private readonly MediaPlane _plane;
    private readonly int _turn;
    private readonly SocketAddress _remote = SocketAddresses.Create();
    private readonly SocketAddress _latched = SocketAddresses.Create();
    private readonly SocketAddress _from = SocketAddresses.Create();
    private readonly char[] _lateKeys = new char[8];
    private readonly byte[] _packet = new byte[RtpPacket.HeaderLength + AudioMessage.FrameLength];
    private MediaOwner _owner;
    private SdpAudio _peer;
    private int _ownTelephoneEvent;
    private bool _isLatched;
    private bool _isOpen;
    private bool _isPlaying;
    private bool _isClosing;
    private int _lateCount;
    private bool _isEndTold;
    private bool _markNext;
    private AudioMessage? _message;
    private int _frame;
    private long _round;
    private ushort _sequence;
    private uint _timestamp;
    private uint _source;
    private KeyReceiver _heard;
    private KeySender _keys;
    private long _packetsReceived;
    private long _bytesReceived;

    public RtpLeg(MediaPlane plane, Socket socket, int port)
    {
        _plane = plane;
        _socket = socket;
        Port = port;
        _turn = port / 2;
    }

    public override int Port { get; }

    public override TimeSpan Played => TimeSpan.FromMilliseconds(20L * Volatile.Read(ref _frame));

    public override long PacketsReceived => Interlocked.Read(ref _packetsReceived);

    public override long BytesReceived => Interlocked.Read(ref _bytesReceived);

    /// <summary>When it was given back; set and read by the signalling thread.</summary>
    public long RestingSince { get; set; }

    public bool IsPaced { get; private set; }

    public void Open(MediaOwner owner, uint source, ushort sequence, uint timestamp)
    {
        lock (_gate)
        {
            // What came for the call before this one.
            Drain(_plane.OpenBuffer, discard: true);
            _owner = owner;
            _source = source;
            _sequence = sequence;
            _timestamp = timestamp;
            _isOpen = true;
            _isLatched = false;
            _isPlaying = false;
            _isEndTold = false;
            _lateCount = 0;
            _message = null;
            _frame = 0;
            _round = 0;
            _heard = default;
            _keys = default;
            _packetsReceived = 0;
            _bytesReceived = 0;
            _peer = default;
            IsPaced = false;
        }
    }

    public override void Listen(in SdpAudio peer, int ownTelephoneEvent)
    {
        lock (_gate)
        {
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

    public override void Play(AudioMessage? message)
    {
        lock (_gate)
        {
            _message = message;
            _isPlaying = true;
            _markNext = true;
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
            Drain(_plane.OpenBuffer, discard: !IsPaced);
            _isClosing = false;
            count = Math.Min(keys.Length, _lateCount);
            for (var i = 0; i < count; i++)
            {
                keys[i] = _lateKeys[i];
            }

            _isOpen = false;
            _isPlaying = false;
            _message = null;
            wasPaced = IsPaced;
        }

        if (!wasPaced)
        {
            _plane.GiveBack(this);
        }

        return count;
    }

    /// <summary>One frame's turn, every 20 ms, on the pacing thread.</summary>
    /// <param name="round">Count of 20 ms since the thread began; gaps are time that a stall swallowed.</param>
    /// <param name="buffer">Scratch for received packets.</param>
    /// <returns>False when the call is over and the leg leaves its slot.</returns>
    public bool Tick(long round, byte[] buffer)
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                return false;
            }

            if ((round + _turn) % ListenEvery == 0)
            {
                Drain(buffer, discard: false);
            }

            Send(round);
            return true;
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Aim(in SdpAudio peer)
    {
        _peer = peer;
        SocketAddresses.Set(_remote, peer.Address, peer.Port);
        _isLatched = false;
    }

    private void Send(long round)
    {
        // After a stall the RTP clock jumps by what was lost; the words go on where they were (no burst).
        if (_round != 0)
        {
            _timestamp += (uint)((round - _round) * AudioMessage.FrameLength);
        }

        _round = round;
        if (!_isPlaying)
        {
            return;
        }

        if (_keys.IsBusy && _peer.TelephoneEvent != SdpAudio.None && !_peer.IsHeld)
        {
            if (_keys.TryStep(_timestamp, _packet.AsSpan(RtpPacket.HeaderLength), out var begun, out var marker))
            {
                Transmit(_peer.TelephoneEvent, marker, begun, RtpPacket.HeaderLength + 4);
                _markNext = true;
            }

            return;
        }

        if (_message is null)
        {
            return;
        }

        var audio = _peer.Codec == 8 ? _message.ALaw : _message.MuLaw;
        var offset = _frame * AudioMessage.FrameLength;
        if (offset >= audio.Length)
        {
            // One frame's time after the last packet was sent: it has been heard.
            _isEndTold = _isEndTold || _plane.Tell(new MediaNews(_owner, '\0'));
            return;
        }

        if (!_peer.IsHeld)
        {
            audio.AsSpan(offset, AudioMessage.FrameLength).CopyTo(_packet.AsSpan(RtpPacket.HeaderLength));
            Transmit(_peer.Codec, _markNext, _timestamp, _packet.Length);
            _markNext = false;
        }

        // On hold the message's time runs on: a call always ends.
        Volatile.Write(ref _frame, _frame + 1);
    }

    private void Transmit(int payloadType, bool marker, uint timestamp, int length)
    {
        RtpPacket.WriteHeader(_packet, payloadType, marker, _sequence++, timestamp, _source);
        try
        {
            _socket.SendTo(_packet.AsSpan(0, length), SocketFlags.None, _isLatched ? _latched : _remote);
            _plane.Meters.RtpSent++;
        }
        catch (SocketException)
        {
            // ICMP errors and full buffers: the packet is lost, as on any network.
            _plane.Meters.RtpSendErrors++;
        }
    }

    private void Drain(byte[] buffer, bool discard)
    {
        try
        {
            // A bound on the work per turn; what is left waits for the next.
            for (var i = 0; i < 512 && _socket.Poll(0, SelectMode.SelectRead); i++)
            {
                var length = _socket.ReceiveFrom(buffer, SocketFlags.None, _from);
                if (!discard)
                {
                    Receive(buffer.AsSpan(0, length));
                }
            }
        }
        catch (SocketException)
        {
            _plane.Meters.RtpReceiveErrors++;
        }
    }

    private void Receive(ReadOnlySpan<byte> bytes)
    {
        if (!RtpPacket.TryParse(bytes, out var packet) || packet.PayloadType is >= 72 and <= 76)
        {
            // RTCP on the same port (RFC 5761 §4) and other guests.
            _plane.Meters.RtpDropped++;
            return;
        }

        if (!Latch())
        {
            _plane.Meters.RtpDropped++;
            return;
        }

        Interlocked.Increment(ref _packetsReceived);
        _plane.Meters.RtpReceived++;
        if (packet.PayloadType == _ownTelephoneEvent)
        {
            var key = _heard.Hear(packet);
            if (key == '\0')
            {
                return;
            }

            if (!_isClosing)
            {
                _plane.Tell(new MediaNews(_owner, key));
            }
            else if (_lateCount < _lateKeys.Length)
            {
                _lateKeys[_lateCount++] = key;
            }
        }
        else
        {
            Interlocked.Add(ref _bytesReceived, packet.Payload.Length);
        }
    }

    /// <summary>Symmetric RTP, RFC 4961: the first source is the peer; the address in its SDP outranks any other.</summary>
    private bool Latch()
    {
        if (_isLatched && SocketAddresses.Same(_from, _latched))
        {
            return true;
        }

        if (_isLatched && !SocketAddresses.Same(_from, _remote))
        {
            return false;
        }

        SocketAddresses.Copy(_from, _latched);
        _isLatched = true;
        return true;
    }
}
