using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>The hours in which people may be called. The selection looked at them for the call; later messages come hours later.</summary>
internal sealed partial class LaneGrain
{
    /// <summary>Whoever may not be called now waits until they may. Looked up anew each time, for they change.</summary>
    /// <param name="taken">The deliveries that are about to be claimed; what is left in it may be claimed.</param>
    /// <param name="now">The time.</param>
    private async Task HoldBack(List<Delivery> taken, DateTimeOffset now)
    {
        var people = taken.FindAll(delivery => delivery.ComesLater).ConvertAll(delivery => delivery.ParticipantId);
        if (people.Count == 0)
        {
            return;
        }

        var places = (await OrFail(register.ReadParticipants(people))).ToLookup(place => place.ParticipantId);
        var withdrawn = new List<Delivery>();
        foreach (var delivery in taken.FindAll(delivery => delivery.ComesLater && places.Contains(delivery.ParticipantId)))
        {
            var next = PersonalHours.Next(places[delivery.ParticipantId], now, MessageReach.ChannelOf(delivery.Medium));
            if (next is null)
            {
                withdrawn.Add(delivery);
                taken.Remove(delivery);
            }
            else if (next > now)
            {
                Book.Postpone(delivery, next.Value);
                taken.Remove(delivery);
            }
        }

        await Write(Ledger.Withdraw(withdrawn, now));
    }
}
