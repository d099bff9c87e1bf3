namespace Burgernet.Practice;

/// <summary>What is to happen later: a great many appointments behind one timer. Appointments run one after the other, in the order of their time.</summary>
internal sealed class PracticeAgenda : IDisposable
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Action, (TimeSpan Due, long Number)> _appointments = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TimeSpan _set = TimeSpan.MaxValue;
    private long _count;
    private bool _isOver;

    public PracticeAgenda(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Work(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => PracticeMoment.Now(_time).Monotonic;

    /// <summary>Makes an appointment.</summary>
    /// <param name="after">How long from now.</param>
    /// <param name="action">What to do then, on the timer's thread: it must not block.</param>
    public void Add(TimeSpan after, Action action)
    {
        lock (_lock)
        {
            var due = Now + after;
            _appointments.Enqueue(action, (due, ++_count));
            if (due < _set)
            {
                Set(due);
            }
        }
    }

    /// <summary>Drops all that is left.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            _appointments.Clear();
        }

        _timer.Dispose();
    }

    private void Work()
    {
        while (Next() is { } action)
        {
            action();
        }
    }

    private Action? Next()
    {
        lock (_lock)
        {
            if (!_appointments.TryPeek(out var action, out var at))
            {
                _set = TimeSpan.MaxValue;
                return null;
            }

            if (at.Due > Now)
            {
                Set(at.Due);
                return null;
            }

            // Until the due ones are done nobody sets the timer.
            _set = TimeSpan.MinValue;
            _ = _appointments.Dequeue();
            return action;
        }
    }

    private void Set(TimeSpan due)
    {
        if (_isOver)
        {
            return;
        }

        _set = due;
        var wait = due - Now;
        _timer.Change(wait < Soonest ? Soonest : wait, Timeout.InfiniteTimeSpan);
    }
}
