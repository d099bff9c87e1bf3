using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>How many, of what.</summary>
internal sealed partial class LaneBook
{
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
        _lines[(int)delivery.Medium].Done++;
        CountHeard(delivery);
        CountReached(delivery);
    }

    private void CountReached(Delivery delivery)
    {
        if (MessageTally.IsReached(delivery.Result))
        {
            _reached += delivery.Person.IsReached ? 0 : 1;
            delivery.Person.IsReached = true;
            TallyOf(delivery.Message).Reached += OfTheSame(delivery).Any(other => MessageTally.IsReached(other.Result)) ? 0 : 1;
        }
    }

    /// <summary>The person's deliveries of the same message by other media.</summary>
    private static IEnumerable<Delivery> OfTheSame(Delivery delivery) =>
        delivery.Person.All.Where(other => other.Message == delivery.Message && other != delivery);

    private MediumTotals[] Media()
    {
        var media = new List<MediumTotals>(_lines.Length);
        for (var medium = 0; medium < _lines.Length; medium++)
        {
            if (_lines[medium] is { Deliveries: > 0 } line)
            {
                media.Add(new MediumTotals((Medium)medium, line.Deliveries, line.Done));
            }
        }

        return [.. media];
    }

    private void CountHeard(Delivery delivery)
    {
        if (HeardCall(delivery))
        {
            _heard += delivery.Person.All.Any(other => other != delivery && HeardCall(other)) ? 0 : 1;
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
