namespace Burgernet.Smpp.Session;

/// <summary>What is to be written on a connection: one buffer fills while the other is written. Used under the connection's lock.</summary>
/// <param name="most">Most octets that wait.</param>
internal sealed class Outbox(int most)
{
    private byte[] _filling = new byte[8_192];
    private byte[] _taken = new byte[8_192];
    private int _count;

    /// <summary>Octets ever added.</summary>
    public long Added { get; private set; }

    /// <summary>Octets ever handed to the socket: whether they left is not known.</summary>
    public long Handed { get; private set; }

    /// <summary>Adds a whole PDU.</summary>
    /// <returns>False where too much waits already.</returns>
    public bool TryAdd(ReadOnlySpan<byte> pdu)
    {
        if (_count + pdu.Length > most)
        {
            return false;
        }

        if (_count + pdu.Length > _filling.Length)
        {
            Array.Resize(ref _filling, Math.Max(_filling.Length * 2, _count + pdu.Length));
        }

        pdu.CopyTo(_filling.AsSpan(_count));
        _count += pdu.Length;
        Added += pdu.Length;
        return true;
    }

    /// <summary>Takes all that waits; it stays as it is until the next time.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        (_filling, _taken) = (_taken, _filling);
        var taken = _taken.AsMemory(0, _count);
        _count = 0;
        Handed = Added;
        return taken;
    }
}
