namespace Burgernet.Sip.Threading;

/// <summary>Deadlines of one constant duration: first in, first out, so that starting and expiring cost the same few instructions at any number.</summary>
internal sealed class DeadlineQueue(long duration)
{
    private Deadline[] _ring = new Deadline[16];
    private int _head;

    public long Duration { get; } = duration;

    public int Count { get; private set; }

    public long NextDue => Count == 0 ? long.MaxValue : _ring[_head].Due;

    public void Add(in Deadline deadline)
    {
        if (Count == _ring.Length)
        {
            var larger = new Deadline[_ring.Length * 2];
            for (var i = 0; i < Count; i++)
            {
                larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
            }

            _ring = larger;
            _head = 0;
        }

        _ring[(_head + Count) & (_ring.Length - 1)] = deadline;
        Count++;
    }

    public Deadline Take()
    {
        var first = _ring[_head];
        _head = (_head + 1) & (_ring.Length - 1);
        Count--;
        return first;
    }
}
