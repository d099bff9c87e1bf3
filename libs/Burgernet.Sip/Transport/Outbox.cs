namespace Burgernet.Sip.Transport;

/// <summary>What waits to be written on one connection: the signalling thread fills one buffer while the other is being written. Bounded; no allocation once both have their size.</summary>
internal sealed class Outbox(int limit)
{
    private readonly Lock _lock = new();
    private byte[] _filling = [];
    private byte[] _writing = [];
    private int _filled;
    private bool _isWriting;
    private long _taken;

    /// <summary>Bytes were given and not yet taken by the network.</summary>
    public bool HasWork
    {
        get
        {
            lock (_lock)
            {
                return _filled > 0 || _isWriting;
            }
        }
    }

    /// <summary>How often a buffer was handed to the network: stands still where the peer takes nothing.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>Adds a message; false where the peer is so slow that there is no room.</summary>
    public bool TryAdd(ReadOnlySpan<byte> message)
    {
        lock (_lock)
        {
            var needed = _filled + message.Length;
            if (needed > limit)
            {
                return false;
            }

            if (needed > _filling.Length)
            {
                Array.Resize(ref _filling, Math.Min(limit, Math.Max(4_096, needed * 2)));
            }

            message.CopyTo(_filling.AsSpan(_filled));
            _filled = needed;
            return true;
        }
    }

    /// <summary>Everything added so far, to be written before the next take; empty where there is nothing.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        lock (_lock)
        {
            _taken++;
            _isWriting = _filled > 0;
            var length = _filled;
            (_filling, _writing) = (_writing, _filling);
            _filled = 0;
            return _writing.AsMemory(0, length);
        }
    }
}
