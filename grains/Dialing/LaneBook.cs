using Burgernet.Cells;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>The deliveries of a lane in memory: who waits, who is called, who has a result. No I/O; the grain stores what it decides.</summary>
/// <param name="version">Where versions begin: later activations of a lane must begin higher than any version before, so the time in microseconds serves.</param>
internal sealed partial class LaneBook(long version)
{
    private readonly Dictionary<Guid, Delivery> _deliveries = [];
    private readonly WaitingLine _waiting = new();
    private readonly SortedDictionary<int, int> _undialled = [];
    private readonly PriorityQueue<Delivery, DateTimeOffset> _orphans = new();
    private readonly PriorityQueue<Delivery, DateTimeOffset> _deferred = new();
    private readonly Dictionary<DeliveryResult, int> _results = [];
    private DateTimeOffset _retriesUntil;
    private int _retried;
    private int _contacted;

    /// <summary>Rises with every change.</summary>
    public long Version { get; private set; } = version;

    public bool AllDone => _results.Values.Sum() == _deliveries.Count;

    /// <summary>Claims of dialers that are gone, waiting until their calls cannot ring any more.</summary>
    public int Orphans => _orphans.Count;

    public bool Stopped { get; private set; }

    public Delivery? Find(Guid participantId) => _deliveries.GetValueOrDefault(participantId);

    /// <summary>Who of the candidates is not in yet, each once.</summary>
    public List<Delivery> AddNew(int band, ReadOnlySpan<Candidate> candidates)
    {
        var added = new List<Delivery>(candidates.Length);
        foreach (ref readonly var candidate in candidates)
        {
            var delivery = new Delivery(candidate.ParticipantId, candidate.Language, band);
            if (_deliveries.TryAdd(candidate.ParticipantId, delivery))
            {
                added.Add(delivery);
                Enqueue(delivery);
            }
        }

        return added;
    }

    /// <summary>Puts a stored delivery back as it was.</summary>
    public void Restore(Delivery delivery)
    {
        _deliveries.Add(delivery.ParticipantId, delivery);
        _contacted += delivery.Contacted ? 1 : 0;
        switch (delivery.State)
        {
            case DeliveryState.Waiting:
                Enqueue(delivery);
                break;
            case DeliveryState.Orphaned:
                _orphans.Enqueue(delivery, delivery.NotBefore);
                break;
            case DeliveryState.Deferred:
                CountRetried(delivery, delivery.NotBefore);
                _deferred.Enqueue(delivery, delivery.NotBefore);
                break;
            case DeliveryState.Done:
                Count(delivery.Result);
                break;
            default:
                break;
        }

        Version++;
    }

    /// <summary>Takes the nearest that wait, up to a band; they must be claimed or given back.</summary>
    public List<Delivery> Take(int max, int ceiling, DateTimeOffset now) => Take(max, ceiling, now, new PrefixRoom([]));

    /// <summary>Takes the nearest that wait and may be called, up to a band; they must be claimed or given back.</summary>
    public List<Delivery> Take(int max, int ceiling, DateTimeOffset now, PrefixRoom room)
    {
        Release(now);
        var taken = new List<Delivery>();
        while (taken.Count < max && _waiting.Take(ceiling, room) is { } next)
        {
            CountUndialled(next, -1);
            next.State = DeliveryState.UnderWay;
            taken.Add(next);
            Version++;
        }

        return taken;
    }

    /// <summary>Queues a delivery again; what is still said of its claim is not heard any more.</summary>
    public void Requeue(Delivery delivery)
    {
        delivery.Nonce = Guid.Empty;
        delivery.State = DeliveryState.Waiting;
        Enqueue(delivery);
    }

    /// <summary>Queues a delivery again from a time on; what is still said of its claim is not heard any more.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="until">When it may be tried again.</param>
    /// <param name="over">When its last try is over at the latest.</param>
    public void Defer(Delivery delivery, DateTimeOffset until, DateTimeOffset over)
    {
        CountRetried(delivery, over);
        delivery.Nonce = Guid.Empty;
        delivery.NotBefore = until;
        delivery.State = DeliveryState.Deferred;
        _deferred.Enqueue(delivery, until);
        Version++;
    }

    /// <summary>A dialer holds a claim that counted as lost: it is under way after all.</summary>
    public void Reclaim(Delivery delivery)
    {
        if (delivery.State == DeliveryState.Orphaned)
        {
            _orphans.Remove(delivery, out _, out _);
        }
        else if (delivery.State == DeliveryState.Waiting && _waiting.Remove(delivery))
        {
            CountUndialled(delivery, -1);
        }

        delivery.State = DeliveryState.UnderWay;
        Version++;
    }

    /// <summary>Gives a delivery its result.</summary>
    public void Settle(Delivery delivery, DeliveryResult result)
    {
        delivery.State = DeliveryState.Done;
        delivery.Result = result;
        _retried -= delivery.Retried ? 1 : 0;
        Count(result);
        Version++;
    }

    /// <summary>A claim whose dialer is gone: it waits for <see cref="Delivery.NotBefore"/>.</summary>
    public void Orphan(Delivery delivery)
    {
        delivery.State = DeliveryState.Orphaned;
        _orphans.Enqueue(delivery, delivery.NotBefore);
        Version++;
    }

    /// <summary>The claims made before a time that have not ended.</summary>
    public List<Delivery> UnderWaySince(DateTimeOffset time) =>
        [.. _deliveries.Values.Where(delivery => delivery.State == DeliveryState.UnderWay && delivery.ClaimedAt < time)];

    public void MarkContacted(Delivery delivery)
    {
        if (!delivery.Contacted)
        {
            delivery.Contacted = true;
            _contacted++;
            Version++;
        }
    }

    /// <summary>From now on nothing waits: takes out who waits or is orphaned, to be settled.</summary>
    public List<Delivery> StopAll()
    {
        Stopped = true;
        return TakeAll();
    }

    /// <summary>Takes out who waits, is deferred or is orphaned, to be settled.</summary>
    public List<Delivery> TakeAll()
    {
        var stopped = new List<Delivery>(_waiting.Count);
        while (_waiting.Take() is { } delivery)
        {
            CountUndialled(delivery, -1);
            stopped.Add(delivery);
        }

        while (_deferred.TryDequeue(out var deferred, out _))
        {
            stopped.Add(deferred);
        }

        while (_orphans.TryDequeue(out var orphan, out _))
        {
            orphan.Redialled = true;
            stopped.Add(orphan);
        }

        Version++;
        return stopped;
    }

    /// <summary>Those who wait in the released bands.</summary>
    public int Due(int ceiling, DateTimeOffset now) => Due(ceiling, now, new PrefixRoom([]));

    /// <summary>Those who wait in the released bands and may be called.</summary>
    public int Due(int ceiling, DateTimeOffset now, PrefixRoom room)
    {
        Release(now);
        return _waiting.Due(ceiling, room);
    }

    /// <summary>Who may be tried again by now, and whose lost call cannot ring any more, waits like the others.</summary>
    public void Release(DateTimeOffset now)
    {
        while (_deferred.TryPeek(out var deferred, out var until) && until <= now)
        {
            _deferred.Dequeue();
            deferred.State = DeliveryState.Waiting;
            Enqueue(deferred);
        }

        while (_orphans.TryPeek(out var orphan, out var notBefore) && notBefore <= now)
        {
            _orphans.Dequeue();
            orphan.Redialled = true;
            orphan.State = DeliveryState.Waiting;
            Enqueue(orphan);
        }
    }

    public LaneTotals Totals(int lane) =>
        new()
        {
            Lane = lane,
            Version = Version,
            Selected = _deliveries.Count,
            Waiting = _waiting.Count + _deferred.Count,
            UnderWay = _deliveries.Count - _waiting.Count - _deferred.Count - _results.Values.Sum(),
            Contacted = _contacted,
            Results = new Dictionary<DeliveryResult, int>(_results),
            LowestUndialledBand = LowestUndialledBand,
            Deferred = _deferred.Count,
            RetriesUntil = _retried == 0 ? null : _retriesUntil,
            Retried = _retried,
        };

    public int LowestUndialledBand => _undialled.Count == 0 ? int.MaxValue : _undialled.First().Key;

    private void Enqueue(Delivery delivery)
    {
        _waiting.Enqueue(delivery);
        CountUndialled(delivery, +1);
        Version++;
    }

    private void CountUndialled(Delivery delivery, int change)
    {
        if (delivery.Dialled)
        {
            return;
        }

        var count = _undialled.GetValueOrDefault(delivery.Band) + change;
        if (count == 0)
        {
            _undialled.Remove(delivery.Band);
        }
        else
        {
            _undialled[delivery.Band] = count;
        }
    }

    private void CountRetried(Delivery delivery, DateTimeOffset over)
    {
        _retriesUntil = over > _retriesUntil ? over : _retriesUntil;
        _retried += delivery.Retried ? 0 : 1;
        delivery.Retried = true;
    }

    private void Count(DeliveryResult result) => _results[result] = _results.GetValueOrDefault(result) + 1;
}
