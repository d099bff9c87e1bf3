using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Those who called back by themselves.</summary>
internal sealed partial class LaneBook
{
    /// <summary>Takes out a delivery that waits, is deferred or is orphaned, to be settled.</summary>
    public void Withdraw(Delivery delivery)
    {
        switch (delivery.State)
        {
            case DeliveryState.Waiting when _waiting.Remove(delivery):
                CountUndialled(delivery, -1);
                break;
            case DeliveryState.Deferred:
                _deferred.Remove(delivery, out _, out _);
                break;
            case DeliveryState.Orphaned:
                _orphans.Remove(delivery, out _, out _);
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

        delivery.Result = result;
        Count(result);
        Version++;
    }
}
