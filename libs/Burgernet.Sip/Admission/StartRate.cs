namespace Burgernet.Sip.Admission;

/// <summary>A limit of n starts a second: at even distances, with as much catching up as a late thread needs, and never more than n in any second.</summary>
/// <remarks>The even distances are the generic cell rate algorithm (ITU-T I.371); the exact bound is the time of the n-th last start. No clock of its own.</remarks>
internal sealed class StartRate
{
    /// <summary>How late a start may be without losing its place: two rounds of the dialers above, and what an ordinary scheduler does to a thread.</summary>
    public static readonly long Slack = 20 * TimeSpan.TicksPerMillisecond;

    private readonly long[] _starts;
    private readonly long _interval;
    private int _oldest;
    private long _theoretical = long.MinValue;

    /// <summary>A limit.</summary>
    /// <param name="perSecond">From 1.</param>
    public StartRate(int perSecond)
    {
        _starts = new long[perSecond];
        Array.Fill(_starts, long.MinValue);
        _interval = TimeSpan.TicksPerSecond / perSecond;
    }

    /// <summary>From when on the next may start.</summary>
    public long Next
    {
        get
        {
            var nthLast = _starts[_oldest];
            var free = nthLast == long.MinValue ? long.MinValue : nthLast + TimeSpan.TicksPerSecond;
            return _theoretical == long.MinValue ? free : Math.Max(free, _theoretical - Slack);
        }
    }

    /// <summary>One starts.</summary>
    /// <param name="now">Ticks, at or after <see cref="Next"/>.</param>
    public void Start(long now)
    {
        _starts[_oldest] = now;
        _oldest = (_oldest + 1) % _starts.Length;
        _theoretical = Math.Max(now, _theoretical) + _interval;
    }
}
