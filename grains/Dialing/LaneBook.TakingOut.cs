namespace Burgernet.Grains.Dialing;

/// <summary>Deliveries that are not called any more: at a stop, at a deadline, when another message takes their place.</summary>
internal sealed partial class LaneBook
{
    /// <summary>Takes out those who wait, are deferred, held or orphaned, to be settled.</summary>
    /// <param name="which">Which of them.</param>
    public List<Delivery> TakeOut(Predicate<Delivery> which)
    {
        var taken = TakeHeld(which);
        foreach (var line in _lines)
        {
            foreach (var waiting in line.Waiting.TakeAll())
            {
                if (which(waiting))
                {
                    line.CountUndialled(waiting, -1);
                    taken.Add(waiting);
                }
                else
                {
                    line.Waiting.Enqueue(waiting);
                }
            }
        }

        taken.AddRange(TakeFrom(_deferred, which));
        foreach (var orphan in TakeFrom(_orphans, which))
        {
            orphan.Redialled = true;
            taken.Add(orphan);
        }

        taken.AddRange(_lost.FindAll(which));
        _lost.RemoveAll(which);

        Version++;
        return taken;
    }

    /// <summary>Takes out those whose dialer died, whose call cannot ring any more, and whose message is not the one to be told now.</summary>
    public List<Delivery> TakeLost(DateTimeOffset now)
    {
        Release(now);
        List<Delivery> lost = [.. _lost];
        _lost.Clear();
        return lost;
    }

    /// <summary>Takes out those that wait for a delivery of the same person by the same medium.</summary>
    public List<Delivery> TakeHeldAfter(Delivery delivery, Predicate<Delivery> which)
    {
        var taken = new List<Delivery>();
        for (var later = delivery.Later; later is not null; later = later.Later)
        {
            if (later.State == DeliveryState.Held && which(later))
            {
                later.State = DeliveryState.Waiting;
                _held--;
                taken.Add(later);
            }
        }

        return taken;
    }

    /// <summary>Takes out those of one message.</summary>
    public List<Delivery> TakeOutOf(int message) => TakeOut(delivery => delivery.Message == message);

    private List<Delivery> TakeHeld(Predicate<Delivery> which)
    {
        var taken = new List<Delivery>();
        if (_held == 0)
        {
            return taken;
        }

        foreach (var person in _people.Values)
        {
            foreach (var delivery in person.All)
            {
                if (delivery.State == DeliveryState.Held && which(delivery))
                {
                    // Nowhere any more: what stands before it is settled, and must not put it in line.
                    delivery.State = DeliveryState.Waiting;
                    _held--;
                    taken.Add(delivery);
                }
            }
        }

        return taken;
    }

    private static List<Delivery> TakeFrom(PriorityQueue<Delivery, DateTimeOffset> queue, Predicate<Delivery> which)
    {
        var taken = new List<Delivery>();
        var kept = new List<(Delivery, DateTimeOffset)>();
        while (queue.TryDequeue(out var delivery, out var until))
        {
            if (which(delivery))
            {
                taken.Add(delivery);
            }
            else
            {
                kept.Add((delivery, until));
            }
        }

        queue.EnqueueRange(kept);
        return taken;
    }
}
