namespace Burgernet.Grains.Dialing;

/// <summary>How many, of what.</summary>
internal sealed partial class LaneBook
{
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

    private void Count(Delivery delivery)
    {
        _results[delivery.Result] = _results.GetValueOrDefault(delivery.Result) + 1;
        TallyOf(delivery.Message).Done(delivery.Result);
        CountHeard(delivery);
    }

    private void CountHeard(Delivery delivery)
    {
        if (HeardCall(delivery))
        {
            var before = Last(delivery.ParticipantId);
            while (before is not null && (before == delivery || !HeardCall(before)))
            {
                before = before.Earlier;
            }

            _heard += before is null ? 1 : 0;
        }
    }

    private static bool HeardCall(Delivery delivery) =>
        delivery is { IsCall: true, State: DeliveryState.Done } && MessageTally.IsHeard(delivery.Result);

    private MessageTally TallyOf(int message)
    {
        while (_tallies.Count < message)
        {
            _tallies.Add(new MessageTally(_tallies.Count + 1));
        }

        return _tallies[message - 1];
    }
}
