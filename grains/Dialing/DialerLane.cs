namespace Burgernet.Grains.Dialing;

/// <summary>A lane as a dialer sees it: whether a pull is under way, when to ask again, and the calls that came from it.</summary>
internal sealed class DialerLane(Guid actionId, int lane)
{
    private readonly Dictionary<Guid, DialedCall> _calls = [];

    public Guid ActionId => actionId;

    public int Lane => lane;

    /// <summary>Starts reserved for a pull that is under way.</summary>
    public int Reserved { get; set; }

    public bool Pulling => Reserved > 0;

    /// <summary>Monotonic ticks before which the lane is not asked again.</summary>
    public long IdleUntil { get; set; }

    public bool Flushing { get; set; }

    public IEnumerable<DialedCall> Calls => _calls.Values;

    public int CallCount => _calls.Count;

    public void Add(DialedCall call) => _calls.Add(call.Call.Order.Nonce, call);

    public DialedCall? Find(Guid nonce) => _calls.GetValueOrDefault(nonce);

    /// <summary>Forgets a call whose end is stored.</summary>
    public void Forget(DialedCall call) => _calls.Remove(call.Call.Order.Nonce);
}
