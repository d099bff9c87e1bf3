using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Those who called back by themselves, and texts of whom a carrier told later.</summary>
internal sealed partial class LaneBook
{
    /// <summary>Takes out a delivery that waits, is held, deferred or orphaned, to be settled.</summary>
    public void Withdraw(Delivery delivery)
    {
        switch (delivery.State)
        {
            case DeliveryState.Waiting:
                Unqueue(delivery);
                break;
            case DeliveryState.Deferred:
                _deferred.Remove(delivery, out _, out _);
                break;
            case DeliveryState.Orphaned:
                _ = _orphans.Remove(delivery, out _, out _) || _lost.Remove(delivery);
                break;
            case DeliveryState.Held:
                _held--;
                break;
            default:
                break;
        }

        Version++;
    }

    /// <summary>Gives a delivery another result than it had.</summary>
    public void Replace(Delivery delivery, DeliveryResult result)
    {
        if (--_results[delivery.Result] == 0)
        {
            _results.Remove(delivery.Result);
        }

        var (heard, reached) = (HeardCall(delivery), MessageTally.IsReached(delivery.Result));
        TallyOf(delivery.Message).Replace(delivery.Result, result);
        delivery.Result = result;
        _results[result] = _results.GetValueOrDefault(result) + 1;
        if (!heard)
        {
            CountHeard(delivery);
        }

        if (!reached)
        {
            CountReached(delivery);
        }

        Version++;
    }
}
