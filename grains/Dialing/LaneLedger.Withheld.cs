using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Granted claims that are not dialled after all.</summary>
internal sealed partial class LaneLedger
{
    /// <summary>Claims of whom there is no number are over before they begin.</summary>
    /// <param name="taken">The deliveries of the step; what is left in it may be dialled.</param>
    /// <param name="numbers">Those with a number.</param>
    /// <param name="now">The time.</param>
    /// <param name="addressless">Those among the others whose data opens and holds no number or address for the medium.</param>
    public LaneWrite? Withhold(
        List<Delivery> taken,
        IReadOnlyList<ClaimedNumber> numbers,
        DateTimeOffset now,
        IReadOnlySet<Guid>? addressless = null
    )
    {
        if (numbers.Count == taken.Count)
        {
            return null;
        }

        var dialable = numbers.Select(number => number.ParticipantId).ToHashSet();
        var attempts = new List<AttemptRow>();
        var results = new List<ResultRow>();
        foreach (var delivery in taken.Where(delivery => !dialable.Contains(delivery.ParticipantId)))
        {
            attempts.Add(
                new AttemptRow(
                    delivery.ParticipantId,
                    delivery.Message,
                    delivery.Attempts,
                    null,
                    null,
                    now,
                    CallEnd.Withheld,
                    0,
                    "",
                    0,
                    delivery.Medium
                )
            );
            var unreadable = addressless?.Contains(delivery.ParticipantId) != true;
            results.Add(Settle(delivery, unreadable ? DeliveryResult.NotAttemptedUnreadable : DeliveryResult.NotAttemptedNoAddress, now));
        }

        taken.RemoveAll(delivery => !dialable.Contains(delivery.ParticipantId));
        return Step() with { Attempts = attempts, Results = results };
    }

    /// <summary>People who were found to take no calls any more, or not to want the article.</summary>
    /// <param name="withdrawn">Their deliveries, not claimed.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Withdraw(List<Delivery> withdrawn, DateTimeOffset now)
    {
        var results = withdrawn.ConvertAll(delivery =>
            Settle(delivery, IsArticle(delivery.Message) ? DeliveryResult.NotAttemptedUnwanted : DeliveryResult.NotAttemptedInactive, now)
        );
        return results.Count == 0 ? null : Step() with { Results = results };
    }

    /// <summary>Claims whose numbers fall under a prefix that is full: they wait again, apart, now that their prefix is known.</summary>
    /// <param name="taken">The deliveries of the step; what is left in it may be dialled.</param>
    /// <param name="numbers">Their numbers; those left may be dialled.</param>
    /// <param name="room">The places of limited prefixes; those who may be dialled take theirs.</param>
    /// <param name="now">The time.</param>
    public LaneWrite? Park(List<Delivery> taken, List<ClaimedNumber> numbers, PrefixRoom room, DateTimeOffset now)
    {
        var byId = taken.ToDictionary(delivery => delivery.ParticipantId);
        var parked = new List<CallReport>();
        foreach (var (participant, number) in numbers.ToArray())
        {
            if (!room.TryTake(number))
            {
                var delivery = byId[participant];
                delivery.Prefix = room.PrefixOf(number) ?? "";
                parked.Add(EndOf(delivery, CallEnd.NotAdmitted, now));
            }
        }

        if (parked.Count == 0)
        {
            return null;
        }

        var ids = parked.Select(report => report.ParticipantId).ToHashSet();
        taken.RemoveAll(delivery => ids.Contains(delivery.ParticipantId));
        numbers.RemoveAll(number => ids.Contains(number.ParticipantId));
        return Apply(parked, now);
    }
}
