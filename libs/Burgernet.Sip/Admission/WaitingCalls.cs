namespace Burgernet.Sip.Admission;

/// <summary>Calls that wait for their turn, in the order they came; as many as may wait, and no more.</summary>
internal sealed class WaitingCalls(int capacity)
{
    private readonly SipCallId[] _ring = new SipCallId[capacity];
    private int _head;

    public int Count { get; private set; }

    /// <summary>The call whose turn is next; there must be one.</summary>
    public SipCallId First => _ring[_head];

    public bool TryAdd(SipCallId call)
    {
        if (Count == _ring.Length)
        {
            return false;
        }

        _ring[(_head + Count) % _ring.Length] = call;
        Count++;
        return true;
    }

    public void RemoveFirst()
    {
        _head = (_head + 1) % _ring.Length;
        Count--;
    }
}
