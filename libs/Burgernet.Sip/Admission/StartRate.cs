namespace Burgernet.Sip.Admission;

/// <summary>A limit of n starts a second: at even distances, with as much catching up as a late thread needs, and never more than n in any second.</summary>
/// <remarks>The even distances are the generic cell rate algorithm (ITU-T I.371); the exact bound is the time of the n-th last start. No clock of its own.</remarks>
internal sealed class StartRate
{
    /// <summary>How late a start may be without losing its place: two rounds of the dialers above, and what an ordinary scheduler does to a thread.</summary>
    public static readonly long Slack = 20 * TimeSpan.TicksPerMillisecond;

    private readonly long[] _starts;
    private int _calls;
    private long _within = TimeSpan.TicksPerSecond;
    private int _next;
    private long _theoretical = long.MinValue;

    /// <summary>A limit.</summary>
    /// <param name="perSecond">From 1.</param>
    public StartRate(int perSecond)
    {
        _starts = new long[perSecond];
        Array.Fill(_starts, long.MinValue);
        _calls = perSecond;
    }

    /// <summary>From when on the next may start.</summary>
    public long Next
    {
        get
        {
            var nthLast = _starts[(_next + _starts.Length - _calls) % _starts.Length];
            var free = nthLast == long.MinValue ? long.MinValue : nthLast + _within;
            return _theoretical == long.MinValue ? free : Math.Max(free, _theoretical - Slack);
        }
    }

    /// <summary>Another limit from now on; what started before counts for it.</summary>
    /// <param name="calls">From 1; not more than it was made with.</param>
    /// <param name="within">Ticks in which no more than those start.</param>
    public void Limit(int calls, long within) => (_calls, _within) = (Math.Min(calls, _starts.Length), within);

    /// <summary>One starts.</summary>
    /// <param name="now">Ticks, at or after <see cref="Next"/>.</param>
    public void Start(long now)
    {
        _starts[_next] = now;
        _next = (_next + 1) % _starts.Length;
        _theoretical = Math.Max(now, _theoretical) + (_within / _calls);
    }
}
