namespace Burgernet.Grains.Dialing;

/// <summary>Who holds which share of a carrier's limits. The sum of what is out never exceeds the limits, whatever expires or dies. No I/O.</summary>
internal sealed class LeaseBook(int channels, int callsPerSecond, TimeSpan validFor, TimeSpan longestCall)
{
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly List<LeaseCharge> _charges = [];

    public IEnumerable<string> Dialers => _leases.Keys;

    /// <summary>What is to be stored.</summary>
    /// <param name="prefix">The prefix that this book is of; empty for the carrier as a whole.</param>
    public IEnumerable<StoredLease> ToStored(string prefix) =>
        _leases.Select(lease => new StoredLease(prefix, lease.Key, lease.Value.Share, lease.Value.CallsUnderWay, lease.Value.Until));

    /// <summary>Takes up a lease that another activation gave.</summary>
    public void Restore(StoredLease lease) => _leases[lease.Dialer] = new Lease(lease.Share, lease.CallsUnderWay, lease.Until);

    /// <summary>Counts a line as busy until a time: a call of a dialer that died.</summary>
    /// <param name="dialer">The dialer: if it asks again it was only late, and tells itself what it holds.</param>
    /// <param name="until">When that call is over at the latest.</param>
    public void Charge(string dialer, DateTimeOffset until) => _charges.Add(new LeaseCharge(dialer, 1, until));

    /// <summary>The claims of a dialer whose lease ended are known: they are charged instead of its whole share. It can start nothing more.</summary>
    public void ChargeClaims(string dialer, IEnumerable<DateTimeOffset> deadlines)
    {
        if (_charges.RemoveAll(charge => charge.Dialer == dialer) > 0)
        {
            _charges.AddRange(deadlines.Select(deadline => new LeaseCharge(dialer, 1, deadline)));
        }
    }

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

    /// <summary>Ends the leases that were not renewed.</summary>
    /// <returns>Their dialers. Until it is known what they still hold, their whole share stays charged until their longest call is over.</returns>
    public IReadOnlyList<string> Expire(DateTimeOffset now)
    {
        _charges.RemoveAll(charge => charge.Until <= now);
        var expired = _leases.Where(lease => lease.Value.Until <= now).ToArray();
        foreach (var (dialer, lease) in expired)
        {
            _leases.Remove(dialer);
            _charges.Add(new LeaseCharge(dialer, Math.Max(lease.Share.Channels, lease.CallsUnderWay), lease.Until + longestCall));
        }

        return Array.ConvertAll(expired, lease => lease.Key);
    }

    private readonly record struct LeaseCharge(string Dialer, int Lines, DateTimeOffset Until);

    private readonly record struct Lease(LeaseShare Share, int CallsUnderWay, DateTimeOffset Until);
}
