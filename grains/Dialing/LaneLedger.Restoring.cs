using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>A lane that is loaded again, and claims whose dialer is gone.</summary>
internal sealed partial class LaneLedger
{
    /// <summary>Added to the ring limit before an orphaned call counts as over: the time its INVITE and CANCEL may be on their way.</summary>
    private static readonly TimeSpan OrphanMargin = TimeSpan.FromSeconds(2);

    /// <summary>Puts stored deliveries back; calls of dialers that are gone become orphans, or are settled where the answer is stored.</summary>
    /// <param name="stored">The deliveries as stored.</param>
    /// <param name="living">The claims that living dialers still hold.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Restore(IReadOnlyList<StoredDelivery> stored, IReadOnlySet<Guid> living, DateTimeOffset now)
    {
        Book.Oldest = Oldest.Number;
        var answered = new List<Delivery>();
        foreach (var row in stored)
        {
            var held = living.Contains(row.Nonce);
            var delivery = new Delivery(row.ParticipantId, row.Message, row.Language, row.Band)
            {
                Attempts = row.Attempts,
                Tries = row.Tries,
                LastTry = LaneRestore.LastTry(row),
                Dialled = row.Attempts > 0,
                Contacted = row.Contacted,
                Nonce = LaneRestore.IsOpen(row) ? row.Nonce : Guid.Empty,
                Carrier = row.Carrier,
                Incarnation = row.Incarnation,
                ClaimedAt = row.ClaimedAt,
                AnsweredAt = row.AnsweredAt,
                Result = row.Result,
                IsCall = IsCall(row.Message),
                State = LaneRestore.StateOf(row, held),
                NotBefore = LaneRestore.IsDeferred(row)
                    ? RetryPolicy.Next(TermsOf(row.Message), row.Tries, row.EndedAt ?? now) ?? now
                    : OrphanedUntil(row.Carrier, row.ClaimedAt),
            };
            Book.Restore(delivery);
            if (LaneRestore.AnsweredByTheDead(row, held))
            {
                answered.Add(delivery);
            }
        }

        // Only now: what follows from a result depends on all that the person has.
        var results = answered.ConvertAll(delivery => SettleAnswered(delivery, now));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Claims whose dialer does not hold them after all (it died, or never heard of them): they wait until such a call cannot ring any more.</summary>
    public LaneWrite? Orphan(IEnumerable<Delivery> lost, DateTimeOffset now)
    {
        var results = new List<ResultRow>();
        foreach (var delivery in lost)
        {
            if (delivery.AnsweredAt is not null || delivery.CallBack != Guid.Empty)
            {
                results.Add(SettleAnswered(delivery, now));
            }
            else
            {
                delivery.NotBefore = OrphanedUntil(delivery.Carrier, delivery.ClaimedAt);
                Book.Orphan(delivery);
            }
        }

        return results.Count == 0 ? null : Step() with { Results = results };
    }

    private DateTimeOffset OrphanedUntil(string carrier, DateTimeOffset claimedAt) =>
        claimedAt + carriers.RingLimit(carrier) + OrphanMargin;

    /// <summary>Answered stands in the store: never again, whatever else is unknown.</summary>
    private ResultRow SettleAnswered(Delivery delivery, DateTimeOffset now)
    {
        Book.MarkContacted(delivery);
        delivery.NotBefore = OrphanedUntil(delivery.Carrier, delivery.ClaimedAt);
        return Settle(delivery, DeliveryResult.Answered, now);
    }
}
