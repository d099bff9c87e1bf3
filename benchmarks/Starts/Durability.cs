using Burgernet.Practice;

namespace Burgernet.Benchmarks.Starts;

/// <summary>Whether what stands in the database stood there before the phone was called.</summary>
internal sealed record Durability
{
    /// <summary>Calls that the carrier saw.</summary>
    public required int Calls { get; init; }

    /// <summary>Those whose claim was durable before.</summary>
    public required int ClaimsBefore { get; init; }

    /// <summary>Those whose delivery was committed before.</summary>
    public required int DeliveriesBefore { get; init; }

    /// <summary>The least time between a claim's COMMIT and its INVITE.</summary>
    public required TimeSpan LeastAfterClaim { get; init; }

    /// <summary>The least time between a delivery's commit and its INVITE.</summary>
    public required TimeSpan LeastAfterDelivery { get; init; }

    /// <summary>Holds the carrier's record against the database's. A call that the database does not know counts as not durable.</summary>
    public static Durability Of(
        IReadOnlyList<PracticeCallRecord> record,
        IReadOnlyDictionary<string, DurableClaim> claims,
        IReadOnlyDictionary<uint, DateTimeOffset> commits
    )
    {
        var (claimsBefore, deliveriesBefore) = (0, 0);
        var (leastClaim, leastDelivery) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        foreach (var call in record)
        {
            // On the wire our address follows the claim's Call-ID (RFC 3261 §25.1, callid = word [ "@" word ]).
            if (claims.GetValueOrDefault(call.CallId.Split('@')[0]) is not { } claim)
            {
                continue;
            }

            var afterDelivery = call.Invited.Utc - claim.SelectedAt;
            deliveriesBefore += afterDelivery > TimeSpan.Zero ? 1 : 0;
            leastDelivery = afterDelivery < leastDelivery ? afterDelivery : leastDelivery;
            if (commits.TryGetValue(claim.Transaction, out var committed))
            {
                // Rounded up by a whole millisecond: within it, before and after cannot be told apart by the log.
                var afterClaim = call.Invited.Utc - committed;
                claimsBefore += afterClaim > TimeSpan.FromMilliseconds(-1) ? 1 : 0;
                leastClaim = afterClaim < leastClaim ? afterClaim : leastClaim;
            }
        }

        return new Durability
        {
            Calls = record.Count,
            ClaimsBefore = claimsBefore,
            DeliveriesBefore = deliveriesBefore,
            LeastAfterClaim = leastClaim,
            LeastAfterDelivery = leastDelivery,
        };
    }
}
