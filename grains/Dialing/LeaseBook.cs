namespace Burgernet.Grains.Dialing;

/// <summary>Who holds which share of a carrier's limits. The sum of what is out never exceeds the limits, whatever expires or dies. No I/O.</summary>
internal sealed class LeaseBook(int channels, int callsPerSecond, TimeSpan validFor, TimeSpan longestCall)
{
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
        var usable = Math.Max(0, channels - _charges.Sum(charge => charge.Lines));
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

    /// <summary>A dialer has gone politely: it holds nothing any more.</summary>
    public void Release(string dialer) => _leases.Remove(dialer);

    private void Expire(DateTimeOffset now)
    {
        _charges.RemoveAll(charge => charge.Until <= now);
        foreach (var (dialer, lease) in _leases.Where(lease => lease.Value.Until <= now).ToArray())
        {
            // Nobody knows what it still holds: its whole share stays charged until its longest call is over.
            _leases.Remove(dialer);
            _charges.Add(new LeaseCharge(dialer, Math.Max(lease.Share.Channels, lease.CallsUnderWay), lease.Until + longestCall));
        }
    }

    private readonly record struct LeaseCharge(string? Dialer, int Lines, DateTimeOffset Until);

    private readonly record struct Lease(LeaseShare Share, int CallsUnderWay, DateTimeOffset Until);
}
