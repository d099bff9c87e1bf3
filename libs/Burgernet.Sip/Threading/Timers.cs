namespace Burgernet.Sip.Threading;

/// <summary>All timers of one signalling thread: one FIFO queue per duration, since nearly all durations are constants of the protocol.</summary>
internal sealed class Timers
{
    /// <summary>More different durations than this share a heap.</summary>
    private const int MostQueues = 48;

    private readonly List<DeadlineQueue> _queues = [];
    private readonly PriorityQueue<Deadline, long> _odd = new();

    public int Count { get; private set; }

    public void Start(TimerName name, long now, long duration, int index, uint generation, int step = 0)
    {
        var deadline = new Deadline(now + duration, name, index, generation, step);
        Count++;
        foreach (var queue in _queues)
        {
            if (queue.Duration == duration)
            {
                queue.Add(deadline);
                return;
            }
        }

        if (_queues.Count == MostQueues)
        {
            _odd.Enqueue(deadline, deadline.Due);
            return;
        }

        var added = new DeadlineQueue(duration);
        added.Add(deadline);
        _queues.Add(added);
    }

    /// <summary>When the next timer is due, or <see cref="long.MaxValue"/>.</summary>
    public long NextDue
    {
        get
        {
            var next = _odd.TryPeek(out _, out var odd) ? odd : long.MaxValue;
            foreach (var queue in _queues)
            {
                next = Math.Min(next, queue.NextDue);
            }

            return next;
        }
    }

    public bool TryTake(long now, out Deadline deadline)
    {
        DeadlineQueue? earliest = null;
        var due = now;
        foreach (var queue in _queues)
        {
            if (queue.Count > 0 && queue.NextDue <= due)
            {
                due = queue.NextDue;
                earliest = queue;
            }
        }

        if (_odd.TryPeek(out deadline, out var odd) && odd <= due)
        {
            _odd.Dequeue();
            Count--;
            return true;
        }

        if (earliest is null)
        {
            deadline = default;
            return false;
        }

        deadline = earliest.Take();
        Count--;
        return true;
    }
}
