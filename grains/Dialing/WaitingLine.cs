namespace Burgernet.Grains.Dialing;

/// <summary>Those who wait in a lane, nearest first and in the order they came; whoever's number is known to fall under a limited prefix waits apart, so that the others need not wait behind.</summary>
internal sealed class WaitingLine
{
    private const string Unknown = "";

    private readonly Dictionary<string, PriorityQueue<Delivery, (int Band, long Order)>> _lines = new(StringComparer.Ordinal)
    {
        [Unknown] = new(),
    };

    private long _order;

    /// <summary>All who wait.</summary>
    public int Count { get; private set; }

    public void Enqueue(Delivery delivery)
    {
        ref var line = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_lines, delivery.Prefix, out _);
        line ??= new();
        line.Enqueue(delivery, (delivery.Band, _order++));
        Count++;
    }

    /// <summary>Takes out a delivery, wherever it stands.</summary>
    public bool Remove(Delivery delivery)
    {
        var removed = _lines.TryGetValue(delivery.Prefix, out var line) && line.Remove(delivery, out _, out _);
        Count -= removed ? 1 : 0;
        return removed;
    }

    /// <summary>Takes the nearest whose number may be called.</summary>
    /// <param name="ceiling">The last band that is released.</param>
    /// <param name="room">The places of limited prefixes; one is taken.</param>
    public Delivery? Take(int ceiling, PrefixRoom room)
    {
        string? best = null;
        var first = (Band: int.MaxValue, Order: long.MaxValue);
        foreach (var (prefix, line) in _lines)
        {
            if (line.TryPeek(out _, out var place) && place.Band <= ceiling && place.CompareTo(first) < 0 && room.Has(prefix))
            {
                (best, first) = (prefix, place);
            }
        }

        if (best is null)
        {
            return null;
        }

        room.TryTake(best);
        Count--;
        return _lines[best].Dequeue();
    }

    /// <summary>Takes everybody, of each prefix the nearest first.</summary>
    public List<Delivery> TakeAll()
    {
        var all = new List<Delivery>(Count);
        foreach (var line in _lines.Values)
        {
            while (line.TryDequeue(out var delivery, out _))
            {
                all.Add(delivery);
            }
        }

        Count = 0;
        return all;
    }

    /// <summary>How many could be taken: all of a line whose first stands in a released band.</summary>
    public int Due(int ceiling, PrefixRoom room) =>
        _lines
            .Where(line => line.Value.TryPeek(out _, out var place) && place.Band <= ceiling && room.Has(line.Key))
            .Sum(line => line.Value.Count);
}
