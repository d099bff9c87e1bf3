namespace Burgernet.Smpp.Session;

/// <summary>
/// How many requests a second may be sent: a limit that is agreed, and one that is learned from an SMSC that asks to slow down (throttled, queue full).
/// Asked once, it is 70 % of what the SMSC took in the last second, after a pause; then it rises by a tenth each second. Pure: time is given. In ticks of 100 ns.
/// </summary>
/// <param name="agreed">Most a second; null for no limit.</param>
internal sealed class SendRate(double? agreed)
{
    private const double Share = 0.7;
    private const double Rise = 1.1;

    /// <summary>Seconds of the limit that may be sent at once after silence.</summary>
    private const double Burst = 0.05;

    /// <summary>A learned limit so far above the last that was too much is none any more.</summary>
    private const double Forgotten = 4;
    private static readonly long FirstPause = TimeSpan.FromMilliseconds(250).Ticks;
    private static readonly long LongestPause = TimeSpan.FromSeconds(8).Ticks;

    private readonly double _agreed = agreed ?? double.PositiveInfinity;
    private double _learned = double.PositiveInfinity;
    private double _tooMuch = double.PositiveInfinity;
    private double _tokens = double.NaN;
    private double _lastSecond;
    private double _thisSecond;
    private long _secondBegan;
    private long _filledAt;
    private long _pausedUntil = long.MinValue;
    private long _pause = FirstPause;
    private long _risesAt;

    /// <summary>The limit now; infinite where there is none.</summary>
    public double Limit => Math.Min(_agreed, _learned);

    /// <summary>How often the SMSC asked to slow down, bursts counted once.</summary>
    public long Slowdowns { get; private set; }

    /// <summary>Takes leave to send one.</summary>
    /// <returns>False where it must wait until <see cref="NextAt"/>.</returns>
    public bool TryTake(long now)
    {
        if (now < _pausedUntil)
        {
            return false;
        }

        if (double.IsPositiveInfinity(Limit))
        {
            return true;
        }

        Fill(now);
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }

    /// <summary>When the next may be sent.</summary>
    public long NextAt(long now) =>
        now < _pausedUntil ? _pausedUntil
        : double.IsPositiveInfinity(Limit) || double.IsNaN(_tokens) ? now
        : now + (long)Math.Ceiling(Math.Max(0, 1 - _tokens) / Limit * TimeSpan.TicksPerSecond);

    /// <summary>The SMSC took one.</summary>
    public void OnAccepted(long now)
    {
        Roll(now);
        _thisSecond++;
        _pause = FirstPause;
    }

    /// <summary>The SMSC asked to slow down.</summary>
    public void OnThrottled(long now)
    {
        Roll(now);
        if (now < _pausedUntil)
        {
            // The rest of the same burst.
            return;
        }

        Slowdowns++;
        _tooMuch = Math.Max(1, Math.Min(Limit, Math.Max(_lastSecond, _thisSecond)));
        _learned = Math.Max(1, _tooMuch * Share);
        _pausedUntil = now + _pause;
        _pause = Math.Min(_pause * 2, LongestPause);
        _risesAt = _pausedUntil + TimeSpan.TicksPerSecond;
        _tokens = 0;
        _filledAt = _pausedUntil;
    }

    private void Fill(long now)
    {
        while (now >= _risesAt && !double.IsPositiveInfinity(_learned))
        {
            _learned = Math.Max(_learned * Rise, _learned + 1);
            _risesAt += TimeSpan.TicksPerSecond;
            if (_learned > _tooMuch * Forgotten)
            {
                _learned = double.PositiveInfinity;
            }
        }

        var most = Math.Max(1, Limit * Burst);
        _tokens = double.IsNaN(_tokens) ? most : Math.Min(most, _tokens + (Limit * Math.Max(0, now - _filledAt) / TimeSpan.TicksPerSecond));
        if (double.IsNaN(_tokens))
        {
            // The limit was forgotten just now: infinity times no time at all is no number.
            _tokens = most;
        }

        _filledAt = Math.Max(_filledAt, now);
    }

    private void Roll(long now)
    {
        var seconds = (now - _secondBegan) / TimeSpan.TicksPerSecond;
        if (seconds > 0)
        {
            _lastSecond = seconds == 1 ? _thisSecond : 0;
            _thisSecond = 0;
            _secondBegan = now;
        }
    }
}
