namespace Burgernet.Sip.Threading;

/// <summary>A bounded queue for many writers and many readers without locks or allocations (D. Vyukov's array queue with a sequence per cell).</summary>
internal sealed class BoundedQueue<T>
{
    private readonly Cell[] _cells;
    private readonly int _mask;
    private long _head;
    private long _tail;

    /// <summary>An empty queue.</summary>
    /// <param name="capacity">Rounded up to a power of two.</param>
    public BoundedQueue(int capacity)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity));
        _cells = new Cell[size];
        _mask = size - 1;
        for (var i = 0; i < size; i++)
        {
            _cells[i].Sequence = i;
        }
    }

    public bool TryEnqueue(in T item)
    {
        var position = Volatile.Read(ref _tail);
        while (true)
        {
            ref var cell = ref _cells[position & _mask];
            var distance = Volatile.Read(ref cell.Sequence) - position;
            if (distance == 0)
            {
                var seen = Interlocked.CompareExchange(ref _tail, position + 1, position);
                if (seen == position)
                {
                    cell.Item = item;
                    Volatile.Write(ref cell.Sequence, position + 1);
                    return true;
                }

                position = seen;
            }
            else if (distance < 0)
            {
                return false;
            }
            else
            {
                position = Volatile.Read(ref _tail);
            }
        }
    }

    public bool TryDequeue([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T item)
    {
        var position = Volatile.Read(ref _head);
        while (true)
        {
            ref var cell = ref _cells[position & _mask];
            var distance = Volatile.Read(ref cell.Sequence) - (position + 1);
            if (distance == 0)
            {
                var seen = Interlocked.CompareExchange(ref _head, position + 1, position);
                if (seen == position)
                {
                    item = cell.Item;
                    cell.Item = default!;
                    Volatile.Write(ref cell.Sequence, position + _mask + 1);
                    return true;
                }

                position = seen;
            }
            else if (distance < 0)
            {
                item = default;
                return false;
            }
            else
            {
                position = Volatile.Read(ref _head);
            }
        }
    }

    private struct Cell
    {
        public long Sequence;
        public T Item;
    }
}
