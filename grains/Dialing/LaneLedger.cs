using Burgernet.Cells;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>The steps of a lane: each changes the book and gives what must be stored for it. No I/O; the grain stores, and drops everything if it cannot.</summary>
internal sealed partial class LaneLedger(
    Guid actionId,
    int lane,
    CarrierList carriers,
    LaneChain chain,
    DateTimeOffset activatedAt,
    LaneTerms? terms = null
)
{
    private readonly LaneTerms _terms = terms ?? LaneTerms.Once;

    /// <summary>Added to the ring limit before an orphaned call counts as over: the time its INVITE and CANCEL may be on their way.</summary>
    private static readonly TimeSpan OrphanMargin = TimeSpan.FromSeconds(2);

    private LaneChain _chain = chain;

    /// <summary>The last entry of the chain, those of a step that is not stored yet included.</summary>
    public ChainHead Head => _chain.Head;

    public LaneBook Book { get; } = new(HashChain.Microseconds(activatedAt));

    /// <summary>Takes in who is not in yet.</summary>
    public LaneWrite? Add(int band, ReadOnlySpan<Candidate> candidates, DateTimeOffset now)
    {
        var added = Book.AddNew(band, candidates);
        if (added.Count == 0)
        {
            return null;
        }

        _chain.Selected(now, band, added);
        return Step() with
        {
            Deliveries = [.. added.Select(delivery => new DeliveryRow(delivery.ParticipantId, delivery.Language, band, now))],
        };
    }

    /// <summary>Claims attempts for a dialer.</summary>
    public LaneWrite Claim(List<Delivery> taken, PullRequest request, DateTimeOffset now)
    {
        var claims = taken.ConvertAll(delivery => Claim(delivery, request, now));
        claims.ForEach(claim => _chain.Claimed(now, claim));
        return Step() with { Claims = claims };
    }

    /// <summary>The store granted none of a step's claims because of some: takes those out, the rest may be claimed again.</summary>
    /// <param name="taken">The deliveries of the step; what is left in it may be claimed again.</param>
    /// <param name="refused">Those that were not granted.</param>
    /// <param name="storedChain">The chain as the store has it.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Drop(List<Delivery> taken, IReadOnlyList<RefusedClaim> refused, LaneChain storedChain, DateTimeOffset now)
    {
        _chain = storedChain;
        var byId = refused.ToDictionary(claim => claim.ParticipantId);
        var results = new List<ResultRow>();
        foreach (var delivery in taken)
        {
            // Attempt numbers count stored claims only.
            delivery.Attempts--;
            delivery.Dialled = delivery.DialledBefore;
            if (byId.TryGetValue(delivery.ParticipantId, out var claim))
            {
                if (claim.Inactive)
                {
                    results.Add(Settle(delivery, DeliveryResult.NotAttemptedInactive, now));
                }
                else
                {
                    Book.Requeue(delivery);
                }
            }
        }

        taken.RemoveAll(delivery => byId.ContainsKey(delivery.ParticipantId));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>What the dialer is to dial, once the claims are granted.</summary>
    public static CallOrder[] Orders(List<Delivery> taken, IReadOnlyList<ClaimedNumber> granted)
    {
        var numbers = granted.ToDictionary(number => number.ParticipantId, number => number.Number);
        return
        [
            .. taken.Select(delivery => new CallOrder
            {
                ParticipantId = delivery.ParticipantId,
                Attempt = delivery.Attempts,
                Number = numbers[delivery.ParticipantId],
                Language = delivery.Language,
                CallId = CallIdOf(delivery.Nonce),
                Nonce = delivery.Nonce,
                ClaimedAt = delivery.ClaimedAt,
                Band = delivery.Band,
            }),
        ];
    }

    /// <summary>Takes in what became of attempts; reports of other claims than the current ones are ignored.</summary>
    public LaneWrite? Apply(IReadOnlyList<CallReport> reports, DateTimeOffset now)
    {
        var attempts = new List<AttemptRow>(reports.Count);
        var results = new List<ResultRow>();
        foreach (var report in reports)
        {
            if (Book.Find(report.ParticipantId) is { State: not DeliveryState.Done } delivery && delivery.Nonce == report.Nonce)
            {
                if (delivery.State != DeliveryState.UnderWay)
                {
                    // Its dialer had not got the order yet when it was asked after it.
                    Book.Reclaim(delivery);
                }

                attempts.Add(Apply(delivery, report, now, results));
            }
        }

        return attempts.Count == 0 ? null : Step() with { Attempts = attempts, Results = results };
    }

    /// <summary>Gives everyone who waits the result that it was not attempted.</summary>
    public LaneWrite? Stop(DateTimeOffset now)
    {
        var results = Book.StopAll()
            .ConvertAll(delivery => Settle(delivery, WhenGivenUp(delivery, DeliveryResult.NotAttemptedStopped), now));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Gives everyone who still waits at the deadline their result; nothing before it.</summary>
    public LaneWrite? Expire(DateTimeOffset now)
    {
        if (!(now >= _terms.Deadline))
        {
            return null;
        }

        var results = Book.TakeAll().ConvertAll(delivery => Settle(delivery, WhenGivenUp(delivery, DeliveryResult.Expired), now));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Puts stored deliveries back; calls of dialers that are gone become orphans, or are settled where the answer is stored.</summary>
    /// <param name="stored">The deliveries as stored.</param>
    /// <param name="living">The claims that living dialers still hold.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Restore(IReadOnlyList<StoredDelivery> stored, IReadOnlySet<Guid> living, DateTimeOffset now)
    {
        var results = new List<ResultRow>();
        foreach (var row in stored)
        {
            var held = living.Contains(row.Nonce);
            var delivery = new Delivery(row.ParticipantId, row.Language, row.Band)
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
                State = LaneRestore.StateOf(row, held),
                NotBefore = LaneRestore.IsDeferred(row)
                    ? RetryPolicy.Next(_terms, row.Tries, row.EndedAt ?? now) ?? now
                    : OrphanedUntil(row.Carrier, row.ClaimedAt),
            };
            Book.Restore(delivery);
            if (LaneRestore.AnsweredByTheDead(row, held))
            {
                results.Add(SettleAnswered(delivery, now));
            }
        }

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

    /// <summary>Who was in flight when a dialer died, who was tried, whose phone rang until a pause or a drain cancelled it, and who was not called.</summary>
    private static DeliveryResult WhenGivenUp(Delivery delivery, DeliveryResult untried) =>
        delivery.Redialled ? DeliveryResult.Unknown
        : delivery.Tries > 0 ? delivery.LastTry
        : untried == DeliveryResult.NotAttemptedStopped && delivery.Contacted ? DeliveryResult.CancelledByStop
        : untried;

    private static string CallIdOf(Guid nonce) => nonce.ToString("N");

    private DateTimeOffset OrphanedUntil(string carrier, DateTimeOffset claimedAt) =>
        claimedAt + carriers.RingLimit(carrier) + OrphanMargin;

    private LaneWrite Step() =>
        new()
        {
            ActionId = actionId,
            Lane = lane,
            Log = _chain.Take(),
        };

    private ClaimRow Claim(Delivery delivery, PullRequest request, DateTimeOffset now)
    {
        delivery.Attempts++;
        delivery.DialledBefore = delivery.Dialled;
        delivery.Dialled = true;
        delivery.Nonce = Guid.NewGuid();
        delivery.Carrier = request.Carrier;
        delivery.Incarnation = request.Incarnation;
        delivery.ClaimedAt = now;
        delivery.AnsweredAt = null;
        return new ClaimRow(
            delivery.ParticipantId,
            delivery.Attempts,
            request.Carrier,
            request.Incarnation,
            CallIdOf(delivery.Nonce),
            delivery.Nonce,
            request.Epoch,
            now,
            now + carriers.LongestCall(request.Carrier),
            delivery.Redialled
        );
    }

    private AttemptRow Apply(Delivery delivery, CallReport report, DateTimeOffset now, List<ResultRow> results)
    {
        if (DeliveryResultPolicy.Contacted(report))
        {
            Book.MarkContacted(delivery);
        }

        if (report.AnsweredAt is not null && delivery.AnsweredAt is null)
        {
            delivery.AnsweredAt = report.AnsweredAt;
            _chain.Answered(now, delivery, report);
        }

        if (report.EndedAt is not null)
        {
            End(delivery, report, now, results);
        }

        return new AttemptRow(
            report.ParticipantId,
            report.Attempt,
            report.RangAt,
            report.AnsweredAt,
            report.EndedAt,
            report.End,
            report.SipStatus,
            report.Keys,
            report.PlayedMilliseconds
        );
    }

    private void End(Delivery delivery, CallReport report, DateTimeOffset now, List<ResultRow> results)
    {
        var decision = DeliveryResultPolicy.Decide(report, delivery.TurnedAway);
        var result = decision.Result;
        if (result == DeliveryResult.None)
        {
            delivery.Dialled = decision.Dialled || delivery.DialledBefore;
            delivery.TurnedAway += report.End is CallEnd.Rejected or CallEnd.ConnectionFailed or CallEnd.NoResponse ? 1 : 0;
            result = Book.Stopped ? WhenGivenUp(delivery, DeliveryResult.NotAttemptedStopped) : DeliveryResult.None;
        }

        var retryAt = RetryAt(delivery, report, result);
        result = retryAt is null ? result : DeliveryResult.None;
        if (delivery.CallBack != Guid.Empty)
        {
            // They called back meanwhile and have heard it.
            (result, retryAt) = (DeliveryResult.Confirmed, null);
        }

        _chain.Ended(now, delivery, report, result, retryAt);
        if (retryAt is { } until)
        {
            Book.Defer(delivery, until, until + RetryPolicy.Remaining(_terms, delivery.Tries, carriers.RingLimit(delivery.Carrier)));
        }
        else if (result == DeliveryResult.None)
        {
            Book.Requeue(delivery);
        }
        else
        {
            Book.Settle(delivery, result);
            results.Add(new ResultRow(delivery.ParticipantId, result, delivery.Contacted, now));
        }
    }

    /// <summary>When a try that reached nobody is followed by another; never once somebody answered, nor after a stop.</summary>
    private DateTimeOffset? RetryAt(Delivery delivery, CallReport report, DeliveryResult result)
    {
        if (!RetryPolicy.IsTry(report.End, report.SipStatus))
        {
            return null;
        }

        delivery.Tries++;
        delivery.LastTry = result;
        return !Book.Stopped && delivery.AnsweredAt is null && RetryPolicy.CanMend(result)
            ? RetryPolicy.Next(_terms, delivery.Tries, report.EndedAt ?? delivery.ClaimedAt)
            : null;
    }

    /// <summary>Answered stands in the store: never again, whatever else is unknown.</summary>
    private ResultRow SettleAnswered(Delivery delivery, DateTimeOffset now)
    {
        Book.MarkContacted(delivery);
        return Settle(delivery, DeliveryResult.Answered, now);
    }

    private ResultRow Settle(Delivery delivery, DeliveryResult result, DateTimeOffset now)
    {
        result = delivery.CallBack == Guid.Empty ? result : DeliveryResult.Confirmed;
        _chain.Settled(now, delivery, result);
        Book.Settle(delivery, result);
        return new ResultRow(delivery.ParticipantId, result, delivery.Contacted, now);
    }
}
