using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Those who called back by themselves.</summary>
internal sealed partial class LaneBook
{
    /// <summary>Gives a delivery that is not under way the best result there is, in the place of waiting, or of another result.</summary>
    public void Confirm(Delivery delivery)
    {
        switch (delivery.State)
        {
            case DeliveryState.Done:
                Replace(delivery);
                return;
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

        Settle(delivery, DeliveryResult.Confirmed);
    }

    private void Replace(Delivery delivery)
    {
        if (--_results[delivery.Result] == 0)
        {
            _results.Remove(delivery.Result);
        }

        delivery.Result = DeliveryResult.Confirmed;
        Count(DeliveryResult.Confirmed);
        Version++;
    }
}
