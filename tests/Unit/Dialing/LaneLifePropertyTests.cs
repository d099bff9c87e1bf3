using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using CsCheck;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>A lane through any sequence of selections, pulls, reports, crashes, lost claims and stops.</summary>
public sealed class LaneLifePropertyTests
{
    private static readonly (CallEnd End, int Status)[] Ends =
    [
        (CallEnd.HungUpByUs, 200),
        (CallEnd.HungUpByPeer, 200),
        (CallEnd.Rejected, 486),
        (CallEnd.Rejected, 503),
        (CallEnd.Withheld, 0),
        (CallEnd.CancelledByDrain, 487),
        (CallEnd.CancelledByPause, 487),
        (CallEnd.RingLimit, 0),
    ];

    [Fact]
    public void Lane_AnyLife_EndsWithOneResultEachAndCallsNobodyAfterAStoredAnswer() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 19], Gen.Int[0, 7]).Array[1, 80].Sample(steps => Live(steps, LaneTerms.Once), iter: 2_000);

    /// <summary>The same with retries and a deadline that falls into most lives: nobody is tried more often or sooner than the schedule says, nor after the deadline.</summary>
    [Fact]
    public void Lane_AnyLifeWithRetries_KeepsToTheScheduleAndTheDeadline() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 19], Gen.Int[0, 7]).Array[1, 80].Sample(steps => Live(steps, Terms), iter: 2_000);

    private static readonly LaneTerms Terms = new(
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(25)],
        new LaneBench().Now.AddSeconds(600)
    );

    private static void Live((int What, int Who, int How)[] steps, LaneTerms terms)
    {
        var lane = new LaneBench(terms);
        var tries = new Dictionary<Guid, (int Count, DateTimeOffset EndedAt)>();
        var calls = new List<CallOrder>();
        var answered = new HashSet<Guid>();
        foreach (var (what, who, how) in steps)
        {
            lane.Now += TimeSpan.FromSeconds(how * 5);
            switch (what)
            {
                case 0 or 1:
                    lane.Add(how, who, (who + 7) % 20);
                    break;
                case 2 or 3:
                    foreach (var order in lane.Pull(how, ceiling: who))
                    {
                        Assert.DoesNotContain(order.ParticipantId, answered);
                        ShouldBeInTime(lane, terms, tries, order);
                        calls.Add(order);
                    }

                    break;
                case 4 when calls.Count > 0:
                    var live = calls[who % calls.Count];
                    lane.Report(lane.Answered(live));
                    answered.Add(live.ParticipantId);
                    break;
                case 5 when calls.Count > 0:
                    var over = calls[who % calls.Count];
                    calls.Remove(over);
                    var end = End(lane, over, Ends[how], answered);
                    lane.Report(end);
                    if (Burgernet.Grains.Dialing.RetryPolicy.IsTry(end.End, end.SipStatus))
                    {
                        tries[over.ParticipantId] = (tries.GetValueOrDefault(over.ParticipantId).Count + 1, lane.Now);
                    }

                    break;
                case 8:
                    lane.Expire();
                    break;
                case 6:
                    // The dialer's silo dies with some of its calls.
                    calls.RemoveAll(order => (order.ParticipantId.ToByteArray()[0] + order.Attempt) % 3 == how % 3);
                    lane.Crash([.. calls]);
                    break;
                case 7 when how == 0:
                    lane.Stop();
                    break;
                default:
                    break;
            }

            ShouldAddUp(lane);
        }

        Finish(lane, calls, answered);
    }

    private static void ShouldBeInTime(
        LaneBench lane,
        LaneTerms terms,
        Dictionary<Guid, (int Count, DateTimeOffset EndedAt)> tries,
        CallOrder order
    )
    {
        Assert.True(terms.Deadline is null || lane.Now < terms.Deadline);
        if (tries.TryGetValue(order.ParticipantId, out var tried))
        {
            Assert.InRange(tried.Count, 1, terms.RetryAfter.Count);
            Assert.True(lane.Now >= tried.EndedAt + terms.RetryAfter[tried.Count - 1]);
        }
    }

    private static CallReport End(LaneBench lane, CallOrder order, (CallEnd End, int Status) how, HashSet<Guid> answered)
    {
        if (how.End is CallEnd.HungUpByUs or CallEnd.HungUpByPeer || answered.Contains(order.ParticipantId))
        {
            answered.Add(order.ParticipantId);
            return lane.Heard(order);
        }

        return lane.Ended(order, how.End, how.Status);
    }

    private static void Finish(LaneBench lane, List<CallOrder> calls, HashSet<Guid> answered)
    {
        lane.Report([.. calls.Select(lane.Heard)]);
        answered.UnionWith(calls.Select(order => order.ParticipantId));
        for (var round = 0; round < 30 && !lane.Book.AllDone; round++)
        {
            lane.Now += TimeSpan.FromMinutes(1);
            lane.Expire();
            foreach (var order in lane.Pull())
            {
                Assert.DoesNotContain(order.ParticipantId, answered);
                lane.Report(lane.Heard(order));
            }

            if (lane.Book.Stopped)
            {
                lane.Stop();
            }
        }

        Assert.True(lane.Book.AllDone);
        Assert.All(lane.Store.Deliveries, row => Assert.Single(lane.Store.Results[row.ParticipantId]));
        Assert.Equal(lane.Totals.Selected, lane.Store.Deliveries.Count);
    }

    private static void ShouldAddUp(LaneBench lane)
    {
        var totals = lane.Totals;
        Assert.Equal(totals.Selected, totals.Waiting + totals.UnderWay + totals.Results.Values.Sum());
        Assert.Equal(lane.Store.Deliveries.Count, totals.Selected);
        Assert.Equal(lane.Store.Deliveries.Count(row => row.Result != DeliveryResult.None), totals.Results.Values.Sum());
        Assert.InRange(totals.Contacted, 0, totals.Selected);
    }
}
