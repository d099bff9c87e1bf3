using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Who holds which share of a carrier's limits. The sum of what is out never exceeds the limits, whatever expires or dies. No I/O.</summary>
/// <param name="channels">Concurrent calls.</param>
/// <param name="callsPerSecond">New calls a second.</param>
/// <param name="validFor">How long a share is good for.</param>
/// <param name="longestCall">How long the calls of a holder that is not heard of may go on.</param>
/// <param name="reserve">What is for callers.</param>
internal sealed class LeaseBook(int channels, int callsPerSecond, TimeSpan validFor, TimeSpan longestCall, CallerReserve reserve = default)
{
    /// <summary>Holders whose lines are not a dialer's but those of a node's callers.</summary>
    private const string Callers = "callers|";

    /// <summary>How long a start counts for a limit a second: the second, and what its way to the carrier may vary.</summary>
    public static readonly TimeSpan StartCounts = TimeSpan.FromSeconds(1.1);

    private readonly Dictionary<string, CallerLease> _callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lease> _leases = new(StringComparer.Ordinal);
    private readonly List<LeaseCharge> _charges = [];
    private readonly List<StartCharge> _lastStarts = [];

    public IEnumerable<string> Dialers => _leases.Keys;

    /// <summary>What is to be stored: all that the next activation cannot learn from stored claims.</summary>
    /// <param name="prefix">The prefix that this book is of; empty for the carrier as a whole.</param>
    public IEnumerable<StoredLease> ToStored(string prefix)
    {
        foreach (var (dialer, lease) in _leases)
        {
            yield return new StoredLease(
                prefix,
                dialer,
                lease.Share with
                {
                    CallsPerSecond = lease.MostStarts,
                },
                lease.CallsUnderWay,
                lease.Until
            );
        }

        foreach (var (node, lease) in _callers)
        {
            yield return new StoredLease(prefix, CallersOf(node), new LeaseShare(lease.Allowed, 0), lease.Wanted, lease.Until);
        }

        // Callers have no claims: what a node that is gone held for them stands here until its longest call is over.
        foreach (var charge in _charges)
        {
            if (IsOfCallers(charge.Holder))
            {
                yield return new StoredLease(prefix, charge.Holder, new LeaseShare(charge.Lines, 0), 0, charge.Until - longestCall);
            }
        }

        // Who went just now holds no line any more, and began calls that still count: a lease that is over, of no lines. Releases before this one read it as that too.
        foreach (var charge in _lastStarts)
        {
            yield return new StoredLease(prefix, charge.Holder, new LeaseShare(0, charge.Starts), 0, charge.Until - StartCounts);
        }
    }

    /// <summary>Takes up what another activation gave. Of a dialer whose lease is over its claims tell what it holds (<see cref="Charge"/>).</summary>
    public void Restore(StoredLease lease, DateTimeOffset now)
    {
        if (!IsOfCallers(lease.Dialer))
        {
            if (lease.Until > now)
            {
                _leases[lease.Dialer] = new Lease(lease.Share, lease.CallsUnderWay, lease.Until, 0);
            }
            else
            {
                _lastStarts.Add(new StartCharge(lease.Dialer, lease.Share.CallsPerSecond, lease.Until + StartCounts));
            }
        }
        else if (lease.Until > now)
        {
            _callers[lease.Dialer[Callers.Length..]] = new CallerLease(lease.Share.Channels, lease.CallsUnderWay, lease.Until);
        }
        else if (lease.Until + longestCall > now)
        {
            _charges.Add(new LeaseCharge(lease.Dialer, lease.Share.Channels, lease.Until + longestCall));
        }
    }

    /// <summary>Counts a line as busy until a time: a call of a dialer that died.</summary>
    /// <param name="dialer">The dialer: if it asks again it was only late, and tells itself what it holds.</param>
    /// <param name="until">When that call is over at the latest.</param>
    public void Charge(string dialer, DateTimeOffset until) => _charges.Add(new LeaseCharge(dialer, 1, until));

    /// <summary>The claims of a dialer whose lease ended are known: they are charged instead of its whole share. It can start nothing more.</summary>
    public void ChargeClaims(string dialer, IEnumerable<DateTimeOffset> deadlines)
    {
        if (_charges.RemoveAll(charge => charge.Holder == dialer) > 0)
        {
            _charges.AddRange(deadlines.Select(deadline => new LeaseCharge(dialer, 1, deadline)));
        }
    }

    /// <summary>Calls of which it is not stored which dialer has them: these, instead of what was charged under that name before.</summary>
    public void Recharge(string holder, IEnumerable<DateTimeOffset> deadlines)
    {
        _charges.RemoveAll(charge => charge.Holder == holder);
        _charges.AddRange(deadlines.Select(deadline => new LeaseCharge(holder, 1, deadline)));
    }

    /// <summary>Gives or renews a share.</summary>
    /// <param name="dialer">Who asks. Until it knows its new share it keeps to what it tells here, where that is less than the old one.</param>
    /// <param name="callsUnderWay">Lines that it holds, or is about to.</param>
    /// <param name="now">The time.</param>
    /// <param name="starts">Calls that it began in the last second, or is about to.</param>
    public LeaseShare Grant(string dialer, int callsUnderWay, DateTimeOffset now, int starts = 0)
    {
        Expire(now);
        if (_charges.Count > 0)
        {
            // It was only late: it tells itself what it still holds.
            _charges.RemoveAll(charge => charge.Holder == dialer);
        }

        // Of its own starts it knows itself.
        _lastStarts.RemoveAll(charge => charge.Holder == dialer);

        _leases[dialer] = _leases.GetValueOrDefault(dialer) with { Until = now + validFor, CallsUnderWay = callsUnderWay, Starts = starts };
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
            Math.Clamp(
                callsPerSecond - heldByOthers.Sum(lease => lease.Value.MostStarts) - _lastStarts.Sum(charge => charge.Starts),
                0,
                fair.CallsPerSecond
            )
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
        _charges.RemoveAll(charge => charge.Holder == CallersOf(node));
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

    /// <summary>Who holds what, and what is charged to whom; what is charged to nobody that is known is left out.</summary>
    public CarrierLeases View(DateTimeOffset now) =>
        new(
            [
                .. _leases.Select(lease => new DialerLease(
                    lease.Key,
                    lease.Value.Share.Channels,
                    lease.Value.Share.CallsPerSecond,
                    lease.Value.CallsUnderWay
                )),
            ],
            [
                .. _charges
                    .Where(charge => charge.Holder is not null && charge.Until > now)
                    .GroupBy(charge => charge.Holder!, StringComparer.Ordinal)
                    .Select(charges => new DialerCharge(
                        charges.Key,
                        charges.Sum(charge => charge.Lines),
                        charges.Max(charge => charge.Until)
                    )),
            ]
        );

    /// <summary>Lines that calls of those who went without a word may still hold.</summary>
    public int Charged(DateTimeOffset now) => _charges.Where(charge => charge.Until > now).Sum(charge => charge.Lines);

    /// <summary>A dialer has gone politely: it holds nothing any more. What it began in the last second counts until that is over.</summary>
    public void Release(string dialer, DateTimeOffset now)
    {
        if (_leases.Remove(dialer, out var lease))
        {
            _lastStarts.Add(new StartCharge(dialer, lease.MostStarts, now + StartCounts));
        }
    }

    /// <summary>Ends the leases that were not renewed.</summary>
    /// <returns>Their dialers. Until it is known what they still hold, their whole share stays charged until their longest call is over.</returns>
    public IReadOnlyList<string> Expire(DateTimeOffset now)
    {
        foreach (var (node, lease) in _callers.Where(lease => lease.Value.Until <= now).ToArray())
        {
            _callers.Remove(node);
            _charges.Add(new LeaseCharge(CallersOf(node), lease.Allowed, lease.Until + longestCall));
        }

        _charges.RemoveAll(charge => charge.Until <= now);
        _lastStarts.RemoveAll(charge => charge.Until <= now);
        var expired = _leases.Where(lease => lease.Value.Until <= now).ToArray();
        foreach (var (dialer, lease) in expired)
        {
            _leases.Remove(dialer);
            if (lease.Until + StartCounts > now)
            {
                _lastStarts.Add(new StartCharge(dialer, lease.MostStarts, lease.Until + StartCounts));
            }

            _charges.Add(new LeaseCharge(dialer, Math.Max(lease.Share.Channels, lease.CallsUnderWay), lease.Until + longestCall));
        }

        return Array.ConvertAll(expired, lease => lease.Key);
    }

    private int KeptForCallers => Math.Max(reserve.Kept, _callers.Values.Sum(lease => Math.Max(lease.Allowed, lease.Wanted)));

    private static string CallersOf(string node) => Callers + node;

    private static bool IsOfCallers(string holder) => holder.StartsWith(Callers, StringComparison.Ordinal);

    private readonly record struct LeaseCharge(string Holder, int Lines, DateTimeOffset Until);

    private readonly record struct CallerLease(int Allowed, int Wanted, DateTimeOffset Until);

    /// <summary>What those who went began in their last second.</summary>
    private readonly record struct StartCharge(string Holder, int Starts, DateTimeOffset Until);

    private readonly record struct Lease(LeaseShare Share, int CallsUnderWay, DateTimeOffset Until, int Starts)
    {
        /// <summary>What it may have begun in any second until it asks again.</summary>
        public int MostStarts => Math.Max(Share.CallsPerSecond, Starts);
    }
}
