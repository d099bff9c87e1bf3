using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>The hours in which people may be called. The selection looked at them for the call; later messages come hours later.</summary>
internal sealed partial class LaneGrain
{
    /// <summary>Whoever may not be called now waits until they may. Looked up anew each time, for they change.</summary>
    /// <param name="taken">The deliveries that are about to be claimed; what is left in it may be claimed.</param>
    /// <param name="now">The time.</param>
    private async Task HoldBack(List<Delivery> taken, DateTimeOffset now)
    {
        var people = taken.FindAll(LooksUp).ConvertAll(delivery => delivery.ParticipantId);
        if (people.Count == 0)
        {
            return;
        }

        var places = (await OrFail(register.ReadParticipants(people))).ToLookup(place => place.ParticipantId);
        var withdrawn = await WithoutArticle(taken);
        foreach (var delivery in taken.FindAll(delivery => LooksUp(delivery) && places.Contains(delivery.ParticipantId)))
        {
            var channel = Ledger.IsArticle(delivery.Message) ? ContactChannels.All : MessageReach.ChannelOf(delivery.Medium);
            var next = PersonalHours.Next(places[delivery.ParticipantId], now, channel);
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

    /// <summary>Who is looked up: what comes later than the selection, and every mail, for whoever unsubscribed gets none from then on.</summary>
    private static bool LooksUp(Delivery delivery) => delivery.ComesLater || delivery.Medium == Medium.Email;

    /// <summary>Takes out articles of people who do not want them, as the register says now: who unsubscribed in the night gets none in the morning.</summary>
    private async Task<List<Delivery>> WithoutArticle(List<Delivery> taken)
    {
        var articles = taken.FindAll(delivery => Ledger.IsArticle(delivery.Message));
        if (articles.Count == 0)
        {
            return [];
        }

        var wanting = await OrFail(articleReaders.Among(articles.ConvertAll(delivery => delivery.ParticipantId)));
        var unwanted = articles.FindAll(delivery => !wanting.Contains(delivery.ParticipantId));
        taken.RemoveAll(unwanted.Contains);
        return unwanted;
    }
}
