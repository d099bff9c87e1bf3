namespace Burgernet.Grains.Dialing;

/// <summary>Who holds which share of a carrier's limits. The sum of what is out never exceeds the limits, whatever expires or dies. No I/O.</summary>
/// <param name="channels">Concurrent calls.</param>
/// <param name="callsPerSecond">New calls a second.</param>
/// <param name="validFor">How long a share is good for.</param>
/// <param name="longestCall">How long the calls of a holder that is not heard of may go on.</param>
/// <param name="reserve">What is for callers.</param>
internal sealed class LeaseBook(int channels, int callsPerSecond, TimeSpan validFor, TimeSpan longestCall, CallerReserve reserve = default)
{
    private readonly Dictionary<string, CallerLease> _callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly List<LeaseCharge> _charges = [];

    public IEnumerable<string> Dialers => _leases.Keys;

    /// <summary>Counts lines as busy until a time: calls of a dialer that died.</summary>
    public void Charge(int lines, DateTimeOffset until) => _charges.Add(new LeaseCharge(null, lines, until));

    /// <summary>Gives or renews a share.</summary>
    public LeaseShare Grant(string dialer, int callsUnderWay, DateTimeOffset now)
    {
        Expire(now);
        if (_charges.Count > 0)
        {
            // It was only late: it tells itself what it still holds.
            _charges.RemoveAll(charge => charge.Dialer == dialer);
        }

        _leases[dialer] = _leases.GetValueOrDefault(dialer) with { Until = now + validFor, CallsUnderWay = callsUnderWay };
        var names = _leases.Keys.Order(StringComparer.Ordinal).ToArray();
        var place = Array.IndexOf(names, dialer);
        var usable = Math.Max(0, channels - _charges.Sum(charge => charge.Lines) - KeptForCallers);
        var fair = new LeaseShare(
            Allocation.Share([.. names.Select(_ => usable)], usable)[place],
            Allocation.Share([.. names.Select(_ => callsPerSecond)], callsPerSecond)[place]
        );

        // A share that others still hold shrinks at their renewal; until then a newcomer gets what is free.
        var heldByOthers = _leases.Where(lease => lease.Key != dialer).ToArray();
        var share = new LeaseShare(
            Math.Clamp(
                usable - heldByOthers.Sum(lease => Math.Max(lease.Value.Share.Channels, lease.Value.CallsUnderWay)),
                0,
                fair.Channels
            ),
            Math.Clamp(callsPerSecond - heldByOthers.Sum(lease => lease.Value.Share.CallsPerSecond), 0, fair.CallsPerSecond)
        );
        _leases[dialer] = _leases[dialer] with { Share = share };
        return share;
    }

    /// <summary>Gives a node lines for its callers: out of what is kept for them, and beyond it what is free. What it wants and does not get is kept from the next share of every dialer.</summary>
    /// <param name="node">Whose callers.</param>
    /// <param name="held">Lines that they hold.</param>
    /// <param name="wanted">Lines that they would hold, at least <paramref name="held"/>.</param>
    /// <param name="now">The time.</param>
    /// <returns>How many they may hold; never fewer than they do.</returns>
    public int GrantCallers(string node, int held, int wanted, DateTimeOffset now)
    {
        Expire(now);
        _charges.RemoveAll(charge => charge.Dialer == CallersOf(node));
        _callers.Remove(node);
        if (wanted <= 0)
        {
            return 0;
        }

        var others = _callers.Values.Sum(lease => lease.Allowed);
        var wish = Math.Max(held, Math.Min(wanted, reserve.Most - others));
        var free =
            channels
            - _charges.Sum(charge => charge.Lines)
            - _leases.Values.Sum(lease => Math.Max(lease.Share.Channels, lease.CallsUnderWay))
            - others;
        var allowed = Math.Max(held, Math.Min(wish, free));
        _callers[node] = new CallerLease(allowed, wish, now + validFor);
        return allowed;
    }

    /// <summary>A dialer has gone politely: it holds nothing any more.</summary>
    public void Release(string dialer) => _leases.Remove(dialer);

    private int KeptForCallers => Math.Max(reserve.Kept, _callers.Values.Sum(lease => Math.Max(lease.Allowed, lease.Wanted)));

    private static string CallersOf(string node) => "callers|" + node;

    private void Expire(DateTimeOffset now)
    {
        foreach (var (node, lease) in _callers.Where(lease => lease.Value.Until <= now).ToArray())
        {
            _callers.Remove(node);
            _charges.Add(new LeaseCharge(CallersOf(node), lease.Allowed, lease.Until + longestCall));
        }

        _charges.RemoveAll(charge => charge.Until <= now);
        foreach (var (dialer, lease) in _leases.Where(lease => lease.Value.Until <= now).ToArray())
        {
            // Nobody knows what it still holds: its whole share stays charged until its longest call is over.
            _leases.Remove(dialer);
            _charges.Add(new LeaseCharge(dialer, Math.Max(lease.Share.Channels, lease.CallsUnderWay), lease.Until + longestCall));
        }
    }

    private readonly record struct LeaseCharge(string? Dialer, int Lines, DateTimeOffset Until);

    private readonly record struct CallerLease(int Allowed, int Wanted, DateTimeOffset Until);

    private readonly record struct Lease(LeaseShare Share, int CallsUnderWay, DateTimeOffset Until);
}
