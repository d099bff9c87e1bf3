using System.Runtime.InteropServices;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>The deliveries of a lane in memory: who waits, who is called, who has a result. No I/O; the grain stores what it decides.</summary>
/// <remarks>A person has one delivery of each message that is for them and each medium that it goes by; those of one medium stand in a row: only the first that has no result waits or
/// is called, and those after it are held.</remarks>
/// <param name="version">Where versions begin: later activations of a lane must begin higher than any version before, so the time in microseconds serves.</param>
internal sealed partial class LaneBook(long version)
{
    private readonly Dictionary<Guid, LanePerson> _people = [];
    private readonly DeliveryLine[] _lines = [new(), new(), new()];
    private readonly PriorityQueue<Delivery, DateTimeOffset> _orphans = new();
    private readonly PriorityQueue<Delivery, DateTimeOffset> _deferred = new();
    private readonly List<Delivery> _lost = [];
    private readonly Dictionary<DeliveryResult, int> _results = [];
    private readonly List<MessageTally> _tallies = [];
    private DateTimeOffset _retriesUntil;
    private int _deliveries;
    private int _held;
    private int _retried;
    private int _contacted;
    private int _heard;
    private int _reached;

    /// <summary>Rises with every change.</summary>
    public long Version { get; private set; } = version;

    public bool AllDone => _results.Values.Sum() == _deliveries;

    /// <summary>Claims of dialers that are gone, waiting until their calls cannot ring any more.</summary>
    public int Orphans => _orphans.Count + _lost.Count;

    /// <summary>Deliveries of messages before this one are not called again.</summary>
    public int Oldest { get; set; } = 1;

    public bool Stopped { get; private set; }

    /// <summary>Somebody's delivery of a message by a medium.</summary>
    public Delivery? Find(Guid participantId, int message, Medium medium = Medium.Voice)
    {
        var delivery = Person(participantId)?.Last(medium);
        while (delivery is not null && delivery.Message != message)
        {
            delivery = delivery.Earlier;
        }

        return delivery;
    }

    /// <summary>Somebody with their deliveries, or null where they are not in the lane.</summary>
    public LanePerson? Person(Guid participantId) => _people.GetValueOrDefault(participantId);

    /// <summary>Everybody.</summary>
    public List<LanePerson> People() => [.. _people.Values];

    /// <summary>Deliveries of a message that have no result yet.</summary>
    public int OpenOf(int message) => message <= _tallies.Count ? _tallies[message - 1].Open : 0;

    /// <summary>Takes in a new delivery, behind those that its person has by its medium.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="chosen">By what its person may be reached at the place where they were found.</param>
    public void Add(Delivery delivery, ContactChannels chosen)
    {
        Attach(delivery, chosen);
        Line(delivery);
    }

    /// <summary>Puts a stored delivery back as it was; of one person in the order of messages.</summary>
    public void Restore(Delivery delivery, ContactChannels chosen)
    {
        var contacted = delivery.Contacted;
        delivery.Contacted = false;
        Attach(delivery, chosen);
        if (contacted)
        {
            MarkContacted(delivery);
        }

        switch (delivery.State)
        {
            case DeliveryState.Waiting:
                Line(delivery);
                break;
            case DeliveryState.Orphaned:
                _orphans.Enqueue(delivery, delivery.NotBefore);
                break;
            case DeliveryState.Deferred:
                CountRetried(delivery, delivery.NotBefore);
                _deferred.Enqueue(delivery, delivery.NotBefore);
                break;
            case DeliveryState.Done:
                Count(delivery);
                break;
            default:
                break;
        }

        Version++;
    }

    /// <summary>Takes the nearest that wait, up to a band; they must be claimed or given back.</summary>
    public List<Delivery> Take(int max, int ceiling, DateTimeOffset now, Medium medium = Medium.Voice) =>
        Take(max, ceiling, now, new PrefixRoom([]), medium);

    /// <summary>Takes the nearest that wait and may be called, up to a band; they must be claimed or given back. Texts hold back no band and are held back by none.</summary>
    public List<Delivery> Take(int max, int ceiling, DateTimeOffset now, PrefixRoom room, Medium medium = Medium.Voice)
    {
        Release(now);
        var line = _lines[(int)medium];
        var taken = new List<Delivery>();
        while (taken.Count < max && line.Waiting.Take(medium == Medium.Voice ? ceiling : int.MaxValue, room) is { } next)
        {
            line.CountUndialled(next, -1);
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
        HoldUntil(delivery, until);
    }

    /// <summary>A dialer holds a claim that counted as lost: it is under way after all.</summary>
    public void Reclaim(Delivery delivery)
    {
        if (delivery.State == DeliveryState.Orphaned)
        {
            _ = _orphans.Remove(delivery, out _, out _) || _lost.Remove(delivery);
        }
        else if (delivery.State == DeliveryState.Waiting)
        {
            Unqueue(delivery);
        }

        delivery.State = DeliveryState.UnderWay;
        Version++;
    }

    /// <summary>Gives a delivery its result; what its person gets next need not wait for it any more.</summary>
    public void Settle(Delivery delivery, DeliveryResult result)
    {
        delivery.State = DeliveryState.Done;
        delivery.Result = result;
        _retried -= delivery.Retried ? 1 : 0;
        Count(delivery);
        var next = delivery.Later;
        while (next is { State: DeliveryState.Done })
        {
            next = next.Later;
        }

        if (next is { State: DeliveryState.Held, IsNext: true })
        {
            _held--;
            Line(next);
        }

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
    public List<Delivery> UnderWaySince(DateTimeOffset time)
    {
        var old = new List<Delivery>();
        foreach (var person in _people.Values)
        {
            foreach (var delivery in person.All)
            {
                if (delivery.State == DeliveryState.UnderWay && delivery.ClaimedAt < time)
                {
                    old.Add(delivery);
                }
            }
        }

        return old;
    }

    public void MarkContacted(Delivery delivery)
    {
        if (!delivery.Contacted)
        {
            _contacted += delivery.Person.IsContacted ? 0 : 1;
            delivery.Person.IsContacted = true;
            TallyOf(delivery.Message).Contacted += OfTheSame(delivery).Any(other => other.Contacted) ? 0 : 1;
            delivery.Contacted = true;
            Version++;
        }
    }

    /// <summary>From now on nothing waits: takes out who waits or is orphaned, to be settled.</summary>
    public List<Delivery> StopAll()
    {
        Stopped = true;
        return TakeOut(_ => true);
    }

    /// <summary>After a stop: what waits is called again.</summary>
    public void GoOn()
    {
        Stopped = false;
        Version++;
    }

    /// <summary>Somebody who was taken may not be called before a time: waits for it.</summary>
    public void Postpone(Delivery delivery, DateTimeOffset until) => HoldUntil(delivery, until);

    /// <summary>Those who wait in the released bands.</summary>
    public int Due(int ceiling, DateTimeOffset now, Medium medium = Medium.Voice) => Due(ceiling, now, new PrefixRoom([]), medium);

    /// <summary>Those who wait in the released bands and may be called.</summary>
    public int Due(int ceiling, DateTimeOffset now, PrefixRoom room, Medium medium = Medium.Voice)
    {
        Release(now);
        return _lines[(int)medium].Waiting.Due(medium == Medium.Voice ? ceiling : int.MaxValue, room);
    }

    /// <summary>Who may be tried again by now, and whose lost call cannot ring any more, waits like the others.</summary>
    public void Release(DateTimeOffset now)
    {
        while (_deferred.TryPeek(out var deferred, out var until) && until <= now)
        {
            _deferred.Dequeue();
            Enqueue(deferred);
        }

        while (_orphans.TryPeek(out var orphan, out var notBefore) && notBefore <= now)
        {
            _orphans.Dequeue();
            orphan.Redialled = true;
            if (orphan.Message < Oldest)
            {
                _lost.Add(orphan);
            }
            else
            {
                Enqueue(orphan);
            }
        }
    }

    public LaneTotals Totals(int lane) =>
        new()
        {
            Lane = lane,
            Version = Version,
            Selected = _people.Count,
            Deliveries = _deliveries,
            Waiting = Waiting,
            UnderWay = _deliveries - Waiting - _results.Values.Sum(),
            Contacted = _contacted,
            Results = new Dictionary<DeliveryResult, int>(_results),
            LowestUndialledBand = LowestUndialledBand,
            Deferred = _deferred.Count,
            RetriesUntil = _retried == 0 ? null : _retriesUntil,
            Retried = _retried,
            Heard = _heard,
            Reached = _reached,
            Media = Media(),
            Messages = [.. _tallies.Select(tally => tally.ToTotals())],
        };

    /// <summary>Of calls: the lowest band with somebody without an attempt.</summary>
    public int LowestUndialledBand => _lines[(int)Medium.Voice].LowestUndialledBand;

    private int Waiting => _lines.Sum(line => line.Waiting.Count) + _deferred.Count + _held;

    private void Attach(Delivery delivery, ContactChannels chosen)
    {
        ref var person = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, delivery.ParticipantId, out _);
        person ??= new LanePerson(delivery.ParticipantId);
        person.Channels = chosen;
        person.Attach(delivery);
        _deliveries++;
        _lines[(int)delivery.Medium].Deliveries++;
        TallyOf(delivery.Message).Deliveries++;
    }

    /// <summary>Puts a delivery where it waits: in the line, or apart while something of its person is to come before it.</summary>
    private void Line(Delivery delivery)
    {
        if (!delivery.IsNext)
        {
            delivery.State = DeliveryState.Held;
            _held++;
        }
        else if (LostBefore(delivery) is { } lost)
        {
            // What became of a call of a dead dialer nobody knows: until it cannot ring any more the person gets no other. Of any other the time is past.
            HoldUntil(delivery, lost);
        }
        else
        {
            Enqueue(delivery);
        }
    }

    /// <summary>Until when a call of a dead dialer may ring at the person of a delivery, or null without one. It need not be the one just before: those between were never called.</summary>
    private static DateTimeOffset? LostBefore(Delivery delivery)
    {
        DateTimeOffset? until = null;
        for (var before = delivery.Earlier; before is not null; before = before.Earlier)
        {
            if (before.Result is DeliveryResult.Unknown or DeliveryResult.Answered && !(before.NotBefore <= until))
            {
                until = before.NotBefore;
            }
        }

        return until;
    }

    private void HoldUntil(Delivery delivery, DateTimeOffset until)
    {
        delivery.NotBefore = until;
        delivery.State = DeliveryState.Deferred;
        _deferred.Enqueue(delivery, until);
        Version++;
    }

    private void Enqueue(Delivery delivery)
    {
        delivery.State = DeliveryState.Waiting;
        var line = _lines[(int)delivery.Medium];
        line.Waiting.Enqueue(delivery);
        line.CountUndialled(delivery, +1);
        Version++;
    }

    private void Unqueue(Delivery delivery)
    {
        var line = _lines[(int)delivery.Medium];
        if (line.Waiting.Remove(delivery))
        {
            line.CountUndialled(delivery, -1);
        }
    }
}
