namespace Burgernet.Sip.Media;

/// <summary>What comes in by a port: audio that is counted, or goes on to the other leg of a bridge; and keys.</summary>
internal sealed partial class RtpLeg
{
    private readonly char[] _lateKeys = new char[8];
    private bool _isClosing;
    private int _lateCount;
    private KeyReceiver _heard;
    private RelayBuffer? _to;
    private long _packetsReceived;
    private long _bytesReceived;

    public override void Join(RelayBuffer from, RelayBuffer to)
    {
        lock (_gate)
        {
            _from = from;
            _to = to;
            _message = null;
            _isPlaying = true;
            _markNext = true;

            // From now on it looks at each turn: what is late here is late for somebody who listens.
            _looksAt = _moment;
        }
    }

    /// <summary>Sends what the other leg heard. On hold it is not kept: who comes back hears what is said then.</summary>
    private void Pass(RelayBuffer from, MediaScratch scratch, Span<byte> payload)
    {
        if (from.TryRead(payload, _peer.IsALaw) && !_peer.IsHeld)
        {
            Transmit(scratch, _peer.Codec, _markNext, _timestamp, payload.Length);
            _markNext = false;
        }
        else
        {
            // RFC 3551 §4.1: the first packet after silence is marked.
            _markNext = true;
        }
    }

    /// <summary>G.711 goes on; comfort noise and what else a peer may send is not for the other.</summary>
    private void Forward(in RtpPacket packet)
    {
        if (_to is not null && (packet.PayloadType == _peer.Codec || packet.PayloadType is 0 or 8))
        {
            _to.Write(packet, packet.PayloadType == _peer.Codec ? _peer.IsALaw : packet.PayloadType == 8);
        }
    }

    private void Drain(MediaScratch scratch, bool discard)
    {
        var batch = scratch.Batch;
        for (var i = 0; i < MostBatches; i++)
        {
            var isGood = _port.Receive(batch);
            scratch.Counts.RtpReceiveErrors += isGood ? 0 : 1;
            for (var j = 0; !discard && j < batch.Count; j++)
            {
                Receive(scratch.Counts, batch.Datagram(j), batch.Source(j), batch.ArrivedAt(j));
            }

            if (isGood && !batch.IsFull)
            {
                return;
            }
        }
    }

    private void Receive(MediaCounts counts, ReadOnlySpan<byte> bytes, RtpAddress source, long arrivedAt)
    {
        if (Rtcp.IsControl(bytes) && _latch.Knows(source))
        {
            counts.RtcpReceived++;
            counts.RtcpMalformed += _control.Take(bytes, arrivedAt) ? 0 : 1;
            return;
        }

        if (Rtcp.IsControl(bytes) || !RtpPacket.TryParse(bytes, out var packet) || !_latch.Accept(source, _moment))
        {
            counts.RtpDropped++;
            return;
        }

        // Comfort noise (RFC 3389), other codecs and empty payloads are the peer's audio too: there is nothing to decode here.
        Interlocked.Increment(ref _packetsReceived);
        counts.RtpReceived++;
        _statistics.Take(packet, arrivedAt);
        if (packet.PayloadType != _ownTelephoneEvent)
        {
            Interlocked.Add(ref _bytesReceived, packet.Payload.Length);
            Forward(packet);
            return;
        }

        var key = _heard.Hear(packet);
        if (key == '\0')
        {
            return;
        }

        if (!_isClosing)
        {
            _plane.Tell(new MediaNews(_owner, key), counts);
        }
        else if (_lateCount < _lateKeys.Length)
        {
            _lateKeys[_lateCount++] = key;
        }
    }
}
