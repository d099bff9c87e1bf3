using Burgernet.CallBacks;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Deliveries whose participant called back.</summary>
internal sealed partial class LaneLedger
{
    /// <summary>Who heard the message by calling back is confirmed, and not called for it any more.</summary>
    /// <param name="heard">What they heard; enough.</param>
    /// <param name="now">The time.</param>
    /// <param name="change">The result that was replaced, and whether they count as contacted from now on; of a call told before, what it was then.</param>
    public LaneWrite? CalledBack(CallBackHeard heard, DateTimeOffset now, out (DeliveryResult? Replaced, bool Contacted) change)
    {
        change = default;
        if (Book.Person(heard.ParticipantId) is not { } person)
        {
            return null;
        }

        var delivery = person.All.FirstOrDefault(delivery => delivery.Message == heard.Message) ?? person.Newest;
        if (delivery.CallBack == heard.Call)
        {
            change = delivery.CallBackChange;
            return null;
        }

        change = (
            delivery is { State: DeliveryState.Done, Result: not DeliveryResult.Confirmed } ? delivery.Result : null,
            !delivery.Contacted
        );
        delivery.CallBack = heard.Call;
        delivery.CallBackChange = change;
        Book.MarkContacted(delivery);
        _chain.CalledBack(now, delivery, heard);
        var result = Confirm(delivery, now);
        return Step() with { Results = [result] };
    }

    private ResultRow Confirm(Delivery delivery, DateTimeOffset now)
    {
        if (delivery.State is DeliveryState.UnderWay or DeliveryState.Done)
        {
            if (delivery.State == DeliveryState.Done)
            {
                Book.Replace(delivery, DeliveryResult.Confirmed);
                GiveOutcome(delivery.Person, now);
            }

            // While they are being called the result stands in the store already, in case this node dies; here it comes when the attempt ends.
            return new ResultRow(
                delivery.ParticipantId,
                delivery.Message,
                DeliveryResult.Confirmed,
                delivery.Contacted,
                now,
                delivery.Medium
            );
        }

        Book.Withdraw(delivery);
        return Settle(delivery, DeliveryResult.Confirmed, now);
    }
}
