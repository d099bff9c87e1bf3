namespace Burgernet.Grains.Dialing;

/// <summary>A limit of n starts in any second, exact, and spread out at even distances. No clock of its own.</summary>
/// <remarks>
/// A carrier counts when it handles a call, not when we send it: starts that leave evenly stay within its limit even when it stalls for a moment. The even
/// distances are the generic cell rate algorithm (ITU-T I.371): whoever comes late catches up, by <see cref="Slack"/> at most. The bound counts what started.
/// </remarks>
internal sealed class RateWindow(long ticksPerSecond)
{
    /// <summary>Added to the second, for distances and bound alike: what the way from here to the carrier's counter may vary. It costs a twenty-sixth of the limit.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(40);

    /// <summary>The same where calls leave: half of the margin, so that what waited there for a moment catches up.</summary>
    public static readonly TimeSpan AtTheGateway = TimeSpan.FromSeconds(1) + (Margin / 2);

    /// <summary>How late a start may come without losing its place: what an ordinary scheduler does to a timer. Half of the margin: while shares move between dialers, what two of them catch up must fit.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20);

    private readonly Queue<long> _starts = new();
    private readonly long _window = ticksPerSecond + Ticks(Margin, ticksPerSecond);
    private readonly long _slack = Ticks(Slack, ticksPerSecond);

    /// <summary>When the next start is due at even distances.</summary>
    private long _due = long.MinValue;

    /// <summary>How many may start now.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Available(long now, int perSecond) => Available(now, now, perSecond);

    /// <summary>How many may start from now until a moment to come, if nothing else does.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="until">Monotonic ticks, not before <paramref name="now"/>.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Available(long now, long until, int perSecond)
    {
        Forget(now);
        var left = perSecond - _starts.Count + Leaving(until);
        if (left <= 0)
        {
            return 0;
        }

        var early = until + _slack - Math.Max(now, _due);
        return early < 0 ? 0 : (int)Math.Min(left, (early / Distance(perSecond)) + 1);
    }

    /// <summary>How many may start that take so much of the limit each. What weighs more than may start at once goes alone when its turn has come.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="until">Monotonic ticks, not before <paramref name="now"/>.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    /// <param name="weight">What each takes, 1 or more.</param>
    public int Available(long now, long until, int perSecond, int weight)
    {
        var available = Available(now, until, perSecond) / weight;
        var left = perSecond - _starts.Count + Leaving(until);
        return weight > 1 && available == 0 && perSecond > 0 && _due <= until && left >= Math.Min(weight, perSecond) ? 1 : available;
    }

    /// <summary>How many started in the last second, and its margin.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public int Count(long now)
    {
        Forget(now);
        return _starts.Count;
    }

    /// <summary>The most that any second from now on has, what is on its way included: never more than the limit but for what started under a higher one.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="coming">What is on its way and waits for its turn.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Most(long now, int coming, int perSecond)
    {
        var count = Count(now);
        return Math.Max(count, Math.Min(perSecond, count + coming));
    }

    /// <summary>How many are left of the limit, spread out or not: none is what it means to be full.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    public int Left(long now, int perSecond)
    {
        Forget(now);
        return Math.Max(0, perSecond - _starts.Count);
    }

    /// <summary>Ticks until something may start, at the least; 0 where it may now.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment, 1 or more.</param>
    /// <param name="weight">What it takes of the limit, 1 or more.</param>
    public long Wait(long now, int perSecond, int weight)
    {
        if (Available(now, now, perSecond, weight) > 0)
        {
            return 0;
        }

        var pace = _due - Math.Max(0, _slack - ((weight - 1) * Distance(perSecond)));
        var bound = _starts.Count + Math.Min(weight, perSecond) > perSecond ? _starts.Peek() + _window : now;
        return Math.Max(1, Math.Max(pace, bound) - now);
    }

    /// <summary>Something starts now.</summary>
    /// <param name="now">Monotonic ticks.</param>
    /// <param name="perSecond">The limit at this moment.</param>
    /// <param name="weight">What it takes of the limit.</param>
    public void Start(long now, int perSecond, int weight = 1)
    {
        for (var i = 0; i < weight; i++)
        {
            _starts.Enqueue(now);
        }

        _due = Math.Max(now, _due) + (weight * Distance(perSecond));
    }

    private long Distance(int perSecond) => _window / Math.Max(1, perSecond);

    private void Forget(long now)
    {
        while (_starts.TryPeek(out var start) && start <= now - _window)
        {
            _starts.Dequeue();
        }
    }

    /// <summary>How many that count now do not count any more at a moment to come.</summary>
    private int Leaving(long until)
    {
        var leaving = 0;
        foreach (var start in _starts)
        {
            if (start > until - _window)
            {
                break;
            }

            leaving++;
        }

        return leaving;
    }

    private static long Ticks(TimeSpan span, long perSecond) => (long)(span.TotalSeconds * perSecond);
}
