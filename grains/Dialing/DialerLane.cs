namespace Burgernet.Grains.Dialing;

/// <summary>A lane as a dialer sees it: whether a pull is under way, when to ask again, and the calls that came from it.</summary>
internal sealed class DialerLane(Guid actionId, int lane)
{
    /// <summary>What is due where nothing is known.</summary>
    public const int Unknown = int.MaxValue;

    private readonly Dictionary<Guid, DialedAttempt> _calls = [];

    public Guid ActionId => actionId;

    public int Lane => lane;

    /// <summary>Starts reserved for a pull that is under way.</summary>
    public int Reserved { get; set; }

    public bool Pulling => Reserved > 0;

    /// <summary>Deliveries that could be pulled next, as far as it told; more than any number of lines until it did.</summary>
    public int Due { get; set; } = Unknown;

    /// <summary>Monotonic ticks before which the lane is not asked again.</summary>
    public long IdleUntil { get; set; }

    /// <summary>Takes in what a pull brought.</summary>
    /// <param name="orders">Deliveries that it gave.</param>
    /// <param name="due">Deliveries that it said could be pulled next.</param>
    /// <param name="pauseUntil">Monotonic ticks before which it is not asked again where it has no more now.</param>
    public void Told(int orders, int due, long pauseUntil)
    {
        // Fewer than asked: the rest is in bands that are not released yet, or was refused.
        var drained = due == 0 || orders < Reserved;
        Due = drained ? Unknown : due;
        IdleUntil = drained ? pauseUntil : 0;
    }

    public bool Flushing { get; set; }

    public IEnumerable<DialedAttempt> Calls => _calls.Values;

    public int CallCount => _calls.Count;

    public void Add(DialedAttempt call) => _calls.Add(call.Nonce, call);

    public DialedAttempt? Find(Guid nonce) => _calls.GetValueOrDefault(nonce);

    /// <summary>Forgets a call whose end is stored.</summary>
    public void Forget(DialedAttempt call) => _calls.Remove(call.Nonce);
}
