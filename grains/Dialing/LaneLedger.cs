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
    /// <summary>The number of the call itself.</summary>
    private const int FirstMessage = 1;

    private LaneTerms _terms = terms ?? LaneTerms.Once;

    private LaneChain _chain = chain;
    private DeliveryResult _stoppedAs = DeliveryResult.NotAttemptedStopped;

    /// <summary>The last entry of the chain, those of a step that is not stored yet included.</summary>
    public ChainHead Head => _chain.Head;

    public LaneBook Book { get; } = new(HashChain.Microseconds(activatedAt));

    /// <summary>An expansion moves the deadline on.</summary>
    public void Extend(DateTimeOffset? deadline) => _terms = deadline > _terms.Deadline ? _terms with { Deadline = deadline } : _terms;

    /// <summary>Takes in who is not in yet.</summary>
    public LaneWrite? Add(int band, ReadOnlySpan<Candidate> candidates, DateTimeOffset now)
    {
        if (Outcome is not null)
        {
            // It is over: a selection that was still under way adds nobody.
            return null;
        }

        var current = Current;
        var updates = _messages.FindAll(message => message.Number > current.Number && message.Number <= _enlistedThrough);
        foreach (ref readonly var candidate in candidates)
        {
            if (Book.Person(candidate.ParticipantId) is null)
            {
                Select(candidate, current, band, now);
                var person = Book.Person(candidate.ParticipantId);
                updates.ForEach(update => Give(person, update, now));
            }
        }

        return _added.Count == 0 ? null : Step();
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
    public CallOrder[] Orders(List<Delivery> taken, IReadOnlyList<ClaimedNumber> granted)
    {
        var numbers = granted.ToDictionary(number => number.ParticipantId, number => number.Number);
        return
        [
            .. taken.Select(delivery => new CallOrder
            {
                ParticipantId = delivery.ParticipantId,
                Message = delivery.Message,
                Attempt = delivery.Attempts,
                Number = numbers[delivery.ParticipantId],
                Language = delivery.Language,
                CallId = CallIdOf(delivery.Nonce),
                Nonce = delivery.Nonce,
                ClaimedAt = delivery.ClaimedAt,
                Band = delivery.Band,
                Medium = delivery.Medium,
                Deadline = DeadlineOf(delivery.Message),
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
            if (Book.Find(report.ParticipantId, report.Message, report.Medium) is not { } delivery || delivery.Nonce != report.Nonce)
            {
                continue;
            }

            if (delivery.State == DeliveryState.Done)
            {
                if (Acknowledged(delivery, report, now) is var (attempt, result))
                {
                    attempts.Add(attempt);
                    results.Add(result);
                }
            }
            else
            {
                if (delivery.State != DeliveryState.UnderWay)
                {
                    // Its dialer had not got the order yet when it was asked after it.
                    Book.Reclaim(delivery);
                }

                if (report.EndedAt is not null || (report.AnsweredAt is not null && delivery.AnsweredAt is null))
                {
                    // What its chain does not tell is not written either: nothing would keep it from coming late, over what another activation has stored since.
                    attempts.Add(Apply(delivery, report, now, results));
                }
            }
        }

        return attempts.Count == 0 ? null : Step() with { Attempts = attempts, Results = results };
    }

    /// <summary>Gives everyone who waits their result: the action was stopped, or the outcomes that are open are given up.</summary>
    /// <param name="now">The time.</param>
    /// <param name="epoch">Of the stop: an outcome that came after it goes on.</param>
    /// <param name="untried">What those get who were never tried.</param>
    public LaneWrite? Stop(DateTimeOffset now, int epoch = int.MaxValue, DeliveryResult untried = DeliveryResult.NotAttemptedStopped)
    {
        if (Outcome?.Epoch > epoch)
        {
            return null;
        }

        _stoppedAs = untried;
        var results = Book.StopAll().ConvertAll(delivery => Settle(delivery, WhenGivenUp(delivery, untried), now));
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Gives everyone who still waits at the deadline of their message the result that it expired, and orphans whose message is outdated theirs.</summary>
    public LaneWrite? Expire(DateTimeOffset now)
    {
        // Asked at every pull, and nearly always for nothing.
        List<Delivery>? over = null;
        foreach (var message in _messages)
        {
            if (now >= DeadlineOf(message) && Book.OpenOf(message.Number) > 0)
            {
                (over ??= []).AddRange(Book.TakeOutOf(message.Number));
            }
        }

        if (Book.Orphans > 0)
        {
            (over ??= []).AddRange(Book.TakeLost(now));
        }

        if (over is null or [])
        {
            return null;
        }

        var results = over.ConvertAll(delivery => Settle(delivery, WhenGivenUp(delivery, DeliveryResult.Expired), now));
        return Step() with { Results = results };
    }

    /// <summary>Who was in flight when a dialer died, who was tried, whose phone rang until a pause or a drain cancelled it, and who was not called.</summary>
    private static DeliveryResult WhenGivenUp(Delivery delivery, DeliveryResult untried) =>
        delivery.Redialled ? DeliveryResult.Unknown
        : delivery.Tries > 0 ? delivery.LastTry
        : delivery.Contacted && untried is (DeliveryResult.NotAttemptedStopped or DeliveryResult.NotAttemptedOutcome)
            ? DeliveryResult.CancelledByStop
        : untried;

    private static string CallIdOf(Guid nonce) => nonce.ToString("N");

    private LaneWrite Step()
    {
        var added = TakeAdded();
        return new LaneWrite
        {
            ActionId = actionId,
            Lane = lane,
            Deliveries = added,
            Log = _chain.Take(),
        };
    }

    private LaneTerms TermsOf(int message) =>
        message == FirstMessage || _messages.Find(other => other.Number == message) is not { } known
            ? _terms
            : _terms with
            {
                Deadline = DeadlineOf(known),
            };

    /// <summary>From when on a message is not told any more: its own deadline or that of the call, which an expansion moves on, for whoever comes in by it gets them all.</summary>
    private DateTimeOffset? DeadlineOf(LaneMessage message) =>
        message.Number == FirstMessage || message.Deadline < _terms.Deadline ? _terms.Deadline : message.Deadline;

    private DateTimeOffset? DeadlineOf(int message) => TermsOf(message).Deadline;

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
            delivery.Message,
            delivery.Attempts,
            request.Carrier,
            request.Incarnation,
            CallIdOf(delivery.Nonce),
            delivery.Nonce,
            request.Epoch,
            now,
            now + carriers.LongestCall(request.Carrier),
            delivery.Redialled,
            delivery.Medium
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

        return RowOf(delivery, report);
    }

    private AttemptRow RowOf(Delivery delivery, CallReport report) =>
        new(
            report.ParticipantId,
            report.Message,
            report.Attempt,
            report.RangAt,
            report.AnsweredAt,
            report.EndedAt,
            report.End,
            report.SipStatus,
            report.Keys,
            report.PlayedMilliseconds,
            delivery.Medium,
            report.CarrierIds,
            carriers.ReceiptsOf(delivery.Carrier)
        );

    private void End(Delivery delivery, CallReport report, DateTimeOffset now, List<ResultRow> results)
    {
        var decision = DeliveryResultPolicy.Decide(report, delivery.TurnedAway);
        var result = decision.Result;
        if (result == DeliveryResult.None)
        {
            delivery.Dialled = decision.Dialled || delivery.DialledBefore;
            delivery.TurnedAway += DeliveryResultPolicy.CountsAsTurnedAway(report.End) ? 1 : 0;
            result =
                Book.Stopped ? WhenGivenUp(delivery, _stoppedAs)
                : Outdated(delivery) is { } untried ? WhenGivenUp(delivery, untried)
                : DeliveryResult.None;
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
            var closed = TakeClosed(delivery, result);
            Book.Settle(delivery, result);
            results.Add(RowOf(delivery, now));
            results.AddRange(closed.ConvertAll(held => Settle(held, result, now)));
            GiveWhatFollows(delivery, now);
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
        return !Book.Stopped && Outdated(delivery) is null && delivery.AnsweredAt is null && RetryPolicy.CanMend(result)
            ? RetryPolicy.Next(TermsOf(delivery.Message), delivery.Tries, report.EndedAt ?? delivery.ClaimedAt)
            : null;
    }

    private ResultRow Settle(Delivery delivery, DeliveryResult result, DateTimeOffset now)
    {
        result = delivery.CallBack == Guid.Empty ? result : DeliveryResult.Confirmed;
        _chain.Settled(now, delivery, result);
        Book.Settle(delivery, result);
        GiveWhatFollows(delivery, now);
        return RowOf(delivery, now);
    }

    private static ResultRow RowOf(Delivery delivery, DateTimeOffset now) =>
        new(delivery.ParticipantId, delivery.Message, delivery.Result, delivery.Contacted, now, delivery.Medium);
}
