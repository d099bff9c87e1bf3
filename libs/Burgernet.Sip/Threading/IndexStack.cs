namespace Burgernet.Sip.Threading;

/// <summary>Free indices for many takers without locks or allocations: the last one given back is taken first, while it is warm, so only as many are ever touched as are in use at once.</summary>
/// <remarks>R. K. Treiber's stack; a count in the upper half of the head tells a head that came back from one that never left.</remarks>
internal sealed class IndexStack
{
    private readonly int[] _below;
    private long _head;

    /// <summary>All of 0 to <paramref name="count"/> − 1, the lowest on top.</summary>
    public IndexStack(int count)
    {
        // Positions are indices plus one: 0 is the bottom.
        _below = new int[count + 1];
        for (var i = 1; i < count; i++)
        {
            _below[i] = i + 1;
        }

        _head = count > 0 ? 1 : 0;
    }

    public bool TryPop(out int index)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            var top = (int)(uint)head;
            index = top - 1;
            if (top == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _head, Head(head, Volatile.Read(ref _below[top])), head) == head)
            {
                return true;
            }
        }
    }

    /// <summary>Gives an index back that was taken.</summary>
    public void Push(int index)
    {
        while (true)
        {
            var head = Volatile.Read(ref _head);
            Volatile.Write(ref _below[index + 1], (int)(uint)head);
            if (Interlocked.CompareExchange(ref _head, Head(head, index + 1), head) == head)
            {
                return;
            }
        }
    }

    private static long Head(long before, int top) => (((before >> 32) + 1) << 32) | (uint)top;
}
