namespace Burgernet.Sip.Admission;

/// <summary>A trunk's state for admission; the signalling thread's own. Decisions are those of <see cref="AdmissionPolicy"/> and <see cref="OverloadPolicy"/>.</summary>
internal sealed class TrunkAdmission
{
    /// <summary>How often, while a peer is overloaded, one call tries whether it still is. It may be lost, so they are few.</summary>
    public static readonly long ProbeEvery = 4 * TimeSpan.TicksPerSecond;

    private readonly SipTrunkOptions _options;
    private readonly StartRate? _rate;
    private readonly SendWindow _window = new();
    private StartLimit? _limit;
    private long _restsUntil = long.MinValue;
    private long _nextProbe = long.MinValue;
    private bool _isOverloaded;
    private bool _isHeard;

    public TrunkAdmission(SipTrunkOptions options)
    {
        _options = options;
        _rate = options.CallsPerSecond is { } perSecond ? new StartRate(perSecond) : null;
        Waiting = new WaitingCalls((int)Math.Ceiling((options.CallsPerSecond ?? 0) * options.LongestWait.TotalSeconds));
    }

    public WaitingCalls Waiting { get; }

    /// <summary>Calls that hold a channel.</summary>
    public int Calls { get; private set; }

    /// <summary>INVITEs without any response.</summary>
    public int Unanswered { get; private set; }

    /// <summary>When the rate allows the next start, in ticks.</summary>
    public long NextStart
    {
        get
        {
            if (Volatile.Read(ref _limit) is not null && Interlocked.Exchange(ref _limit, null) is { } limit)
            {
                _rate?.Limit(limit.Calls, limit.Within.Ticks);
            }

            return _rate?.Next ?? long.MinValue;
        }
    }

    /// <summary>Calls kept back, by barrier; read by the meter.</summary>
    public long[] KeptBack { get; } = new long[(int)SipBarrier.Rest + 1];

    /// <summary>How often an overload began.</summary>
    public long Overloads { get; private set; }

    /// <summary>How often the peer asked for a rest.</summary>
    public long Rests { get; private set; }

    /// <summary>Another limit of starts; from any thread.</summary>
    public void Limit(StartLimit limit) => Volatile.Write(ref _limit, limit);

    /// <summary>What keeps a call from starting now.</summary>
    public SipBarrier Ask(long now)
    {
        Judge(now);
        var state = new TrunkState(Calls, Unanswered, _restsUntil, _isOverloaded, _nextProbe, NextStart);
        return AdmissionPolicy.Decide(state, _options, now);
    }

    /// <summary>A call starts and takes a channel.</summary>
    public void Start(long now)
    {
        Calls++;
        _rate?.Start(now);
        if (_isOverloaded)
        {
            _nextProbe = now + ProbeEvery;
        }
    }

    /// <summary>A call gives its channel back.</summary>
    public void End() => Calls--;

    /// <summary>A call is turned down.</summary>
    public void KeepBack(SipBarrier barrier) => KeptBack[(int)barrier]++;

    /// <summary>RFC 3261 §21.5.4: no new calls for as long as the peer asked, within reason.</summary>
    public void Rest(long now, int seconds)
    {
        Rests++;
        _restsUntil = Math.Max(_restsUntil, now + Math.Min(seconds * TimeSpan.TicksPerSecond, _options.LongestRest.Ticks));
    }

    /// <summary>Seconds that a rest still lasts, rounded up; 0 outside one.</summary>
    public int RestSeconds(long now) =>
        now < _restsUntil ? (int)((_restsUntil - now + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond) : 0;

    /// <summary>A request was sent for the first time.</summary>
    public void Sent(long now) => _window.Add(now, new SendCounts(1, 0));

    /// <summary>A request was sent again.</summary>
    /// <param name="now">Ticks.</param>
    /// <param name="step">Which repetition of it, from 1.</param>
    public void SentAgain(long now, int step)
    {
        var counts = step <= OverloadPolicy.LastStep;
        _window.Add(now, new SendCounts(1, counts ? 1 : 0));
        _isHeard &= !counts;
        Judge(now);
    }

    /// <summary>A request that waited for its first response has one.</summary>
    public void Heard() => _isHeard = true;

    /// <summary>An INVITE waits for its first response.</summary>
    public void Await() => Unanswered++;

    /// <summary>An INVITE has a response, or waits for none any more.</summary>
    public void Answered() => Unanswered--;

    private void Judge(long now)
    {
        if (_options.RetransmissionLimit is not { } limit)
        {
            return;
        }

        var before = _isOverloaded;
        _isOverloaded = OverloadPolicy.IsOverloaded(before, _window.At(now), _isHeard, limit);
        if (_isOverloaded && !before)
        {
            Overloads++;
            _nextProbe = now + ProbeEvery;
        }
    }
}
