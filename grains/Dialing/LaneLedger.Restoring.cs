using Burgernet.Actions;
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
    /// <param name="dialers">The dialers that live: what they do not hold may still be on its way to them. None unless said.</param>
    public LaneWrite? Restore(
        IReadOnlyList<StoredDelivery> stored,
        IReadOnlySet<Guid> living,
        DateTimeOffset now,
        IReadOnlySet<string>? dialers = null
    )
    {
        Book.Oldest = Oldest.Number;
        var answered = new List<Delivery>();
        var unknown = new List<Delivery>();
        foreach (var row in stored)
        {
            var held = living.Contains(row.Nonce);
            var delivery = new Delivery(row.ParticipantId, row.Message, row.Language, row.Band, row.Medium)
            {
                Attempts = row.Attempts,
                Tries = row.Tries,
                LastTry = LaneRestore.LastTry(row),
                Dialled = row.Attempts > 0,
                Contacted = row.Contacted,
                Nonce = LaneRestore.IsOpen(row) || LaneRestore.MayBeAcknowledged(row) ? row.Nonce : Guid.Empty,
                Carrier = row.Carrier,
                Incarnation = row.Incarnation,
                ClaimedAt = row.ClaimedAt,
                AnsweredAt = row.AnsweredAt,
                Result = row.Result,
                IsCall = IsCall(row.Message),
                State = LaneRestore.StateOf(row, held),
                NotBefore =
                    LaneRestore.IsDeferred(row) ? RetryPolicy.Next(TermsOf(row.Message), row.Tries, row.EndedAt ?? now) ?? now
                    : row.Medium == Medium.Voice ? OrphanedUntil(row.Carrier, row.ClaimedAt)
                    : default,
            };
            delivery.ComesLater = row.Message > FirstMessage || Book.Person(row.ParticipantId) is not null;
            Book.Restore(delivery, row.Chosen);
            if (LaneRestore.AnsweredByTheDead(row, held))
            {
                answered.Add(delivery);
            }
            else if (
                delivery.IsText
                && LaneRestore.IsOpen(row)
                && !held
                && dialers?.Contains(DialerKey.Of(row.Carrier, row.Incarnation)) != true
            )
            {
                unknown.Add(delivery);
            }
        }

        // Only now: what follows from a result depends on all that the person has.
        var results = answered.ConvertAll(delivery => SettleAnswered(delivery, now));
        results.AddRange(unknown.ConvertAll(delivery => Settle(delivery, DeliveryResult.Unknown, now)));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Claims whose dialer does not hold them after all (it died, or never heard of them): calls wait until they cannot ring any more, texts are unknown.</summary>
    public LaneWrite? Orphan(IEnumerable<Delivery> lost, DateTimeOffset now)
    {
        var results = new List<ResultRow>();
        foreach (var delivery in lost)
        {
            if (delivery.AnsweredAt is not null || delivery.CallBack != Guid.Empty)
            {
                results.Add(SettleAnswered(delivery, now));
            }
            else if (delivery.IsText)
            {
                results.Add(Settle(delivery, DeliveryResult.Unknown, now));
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
