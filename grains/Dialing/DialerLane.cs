using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A lane as a dialer sees it: whether a pull is under way, when to ask again, and the calls that came from it.</summary>
internal sealed class DialerLane(Guid actionId, int lane)
{
    /// <summary>What is due where nothing is known.</summary>
    public const int Unknown = int.MaxValue;

    /// <summary>Turns of the dialer that the end of a call waits for others to be reported with.</summary>
    public const int LongestWait = 3;

    private readonly Dictionary<Guid, DialedAttempt> _calls = [];
    private int _band;
    private long _bandUntil = long.MinValue;
    private int _waited;

    public Guid ActionId => actionId;

    /// <summary>Its grain, once it was asked: to find one reads attributes by reflection each time.</summary>
    public ILaneGrain? Grain { get; set; }

    public int Lane => lane;

    /// <summary>Starts reserved for a pull that is under way: asked for, or come and waiting for their turn.</summary>
    public int Reserved { get; private set; }

    /// <summary>Of those, how many the lane has for certain: it told so, or gave them.</summary>
    public int Promised { get; private set; }

    /// <summary>Whether a pull is under way; it is until all that it brought is placed.</summary>
    public bool Pulling { get; private set; }

    /// <summary>Deliveries that could be pulled next, as far as it told; more than any number of lines until it did.</summary>
    public int Due { get; set; } = Unknown;

    /// <summary>Whether it told that it is on another silo.</summary>
    public bool Far { get; set; }

    /// <summary>Monotonic ticks before which the lane is not asked again.</summary>
    public long IdleUntil { get; set; }

    /// <summary>A pull begins.</summary>
    /// <param name="starts">What it asks for, 1 or more.</param>
    public void Ask(int starts) => (Reserved, Promised, Pulling) = (starts, Due == Unknown ? 0 : Math.Min(Due, starts), true);

    /// <summary>Takes in what a pull brought.</summary>
    /// <param name="orders">Deliveries that it gave.</param>
    /// <param name="due">Deliveries that it said could be pulled next.</param>
    /// <param name="pauseUntil">Monotonic ticks before which it is not asked again where it has no more now.</param>
    /// <returns>Starts that were reserved for it and are free again.</returns>
    public int Told(int orders, int due, long pauseUntil)
    {
        // Fewer than asked: the rest is in bands that are not released yet, or was refused.
        var missing = Math.Max(0, Reserved - orders);
        var drained = due == 0 || missing > 0;
        Due = drained ? Unknown : due;
        IdleUntil = drained ? pauseUntil : 0;
        (Reserved, Promised) = (orders, orders);
        return missing;
    }

    /// <summary>A delivery that a pull brought is placed.</summary>
    public void Start() => Promised = --Reserved;

    /// <summary>A pull is over.</summary>
    /// <returns>Starts that were reserved for it and are free again.</returns>
    public int Done()
    {
        var left = Reserved;
        (Reserved, Promised, Pulling) = (0, 0, false);
        return left;
    }

    /// <summary>Takes in how far a pull came.</summary>
    /// <param name="band">The farthest band that it brought somebody of.</param>
    /// <param name="until">Monotonic ticks until which that is believed: somebody nearer may have been added, or be due again.</param>
    public void Reached(int band, long until) => (_band, _bandUntil) = (band, until);

    /// <summary>The band that it gives from, as far as is known; below every band where it is not.</summary>
    /// <param name="now">Monotonic ticks.</param>
    public int BandAt(long now) => now < _bandUntil ? _band : int.MinValue;

    public bool Flushing { get; set; }

    /// <summary>Whether what happened to its calls is to be reported this turn: at once where somebody answered, who must not be called again; with others a little later where calls only ended.</summary>
    public bool MustReport()
    {
        var (any, answered) = (false, false);
        foreach (var call in _calls.Values)
        {
            any |= call.Dirty;
            answered |= call.AnswerUntold;
        }

        _waited = any ? _waited + 1 : 0;
        if (!answered && _waited < LongestWait)
        {
            return false;
        }

        _waited = 0;
        return true;
    }

    public IEnumerable<DialedAttempt> Calls => _calls.Values;

    public int CallCount => _calls.Count;

    public void Add(DialedAttempt call) => _calls.Add(call.Nonce, call);

    public DialedAttempt? Find(Guid nonce) => _calls.GetValueOrDefault(nonce);

    /// <summary>Forgets a call whose end is stored.</summary>
    public void Forget(DialedAttempt call) => _calls.Remove(call.Nonce);
}
