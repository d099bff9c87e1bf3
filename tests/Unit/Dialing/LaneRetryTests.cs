using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Who was not reached is tried again by the schedule, and not after the deadline.</summary>
public sealed class LaneRetryTests
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromMinutes(3);

    private readonly LaneBench _lane = new(new LaneTerms([First, Second], new LaneBench().Now.AddMinutes(30)));

    [Theory]
    [InlineData(CallEnd.Rejected, 486, DeliveryResult.Busy)]
    [InlineData(CallEnd.Rejected, 480, DeliveryResult.NoAnswer)]
    [InlineData(CallEnd.RingLimit, 0, DeliveryResult.NoAnswer)]
    [InlineData(CallEnd.Rejected, 500, DeliveryResult.CarrierFailed)]
    public void Try_ThatReachedNobody_IsFollowedByTheScheduleAndThenItsResult(CallEnd end, int status, DeliveryResult result)
    {
        _lane.Add(0, 1);
        foreach (var after in new[] { First, Second })
        {
            Fail(end, status);
            Assert.Equal((1, 1, 0), (_lane.Totals.Waiting, _lane.Totals.Deferred, _lane.Totals.UnderWay));
            _lane.Now += after - TimeSpan.FromMilliseconds(1);
            Assert.Empty(_lane.Pull());
            _lane.Now += TimeSpan.FromMilliseconds(1);
        }

        Fail(end, status);
        _lane.ShouldHaveResult(1, result);
        Assert.True(_lane.Book.AllDone);
        Assert.Equal(3, _lane.Store.Claims.Count);
    }

    [Theory]
    [InlineData(404, DeliveryResult.NumberInvalid)]
    [InlineData(603, DeliveryResult.Declined)]
    public void Try_ThatNoOtherMends_IsTheLast(int status, DeliveryResult result)
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, status);
        _lane.ShouldHaveResult(1, result);
    }

    [Fact]
    public void Retry_Answered_IsHeardAndNeverFollowed()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, 486);
        _lane.Now += First;
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
        _lane.Now += Second;
        Assert.Empty(_lane.Pull());
    }

    [Fact]
    public void AnsweredWithoutMedia_IsNeverCalledAgain()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Answered(order) with { EndedAt = _lane.Now, End = CallEnd.NoMedia });
        _lane.ShouldHaveResult(1, DeliveryResult.CarrierFailed);
    }

    [Fact]
    public void Retry_OfSomebodyNear_WaitsBehindNobodyAndHoldsNoBandBack()
    {
        _lane.Add(0, 1);
        _lane.Add(1, 2);
        Fail(CallEnd.Rejected, 486, max: 1);
        Assert.Equal(1, _lane.Totals.LowestUndialledBand);
        Assert.Equal(LaneBench.Person(2), Assert.Single(_lane.Pull()).ParticipantId);
    }

    [Fact]
    public void Crash_BetweenTries_KeepsCountAndTime()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, 486);
        _lane.Now += First;
        Fail(CallEnd.RingLimit, 0);
        var ended = _lane.Now;
        _lane.Now += TimeSpan.FromSeconds(20);
        _lane.Crash();
        Assert.Equal((1, 1), (_lane.Totals.Waiting, _lane.Totals.Deferred));
        Assert.Empty(_lane.Pull());
        _lane.Now = ended + Second;
        Fail(CallEnd.Rejected, 486);
        _lane.ShouldHaveResult(1, DeliveryResult.Busy);
    }

    [Fact]
    public void TurnedAway_IsNoTry()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, 503);
        Fail(CallEnd.Withheld, 0);
        Fail(CallEnd.Rejected, 486);
        Assert.Equal(1, _lane.Totals.Deferred);
        _lane.Now += First;
        Assert.Single(_lane.Pull());
    }

    [Fact]
    public void Stop_BetweenTries_LeavesTheLastTryAsResult()
    {
        _lane.Add(0, 1, 2);
        Fail(CallEnd.Rejected, 486, max: 1);
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.Busy);
        _lane.ShouldHaveResult(2, DeliveryResult.NotAttemptedStopped);
    }

    [Fact]
    public void Deadline_Passed_ExpiresWhoWasNotTriedAndLetsCallsFinish()
    {
        _lane.Add(0, 1, 2, 3);
        var live = _lane.Pull(max: 1)[0];
        Fail(CallEnd.Rejected, 486, max: 1);
        _lane.Now += TimeSpan.FromMinutes(29);
        Assert.Null(_lane.Ledger.Expire(_lane.Now));
        _lane.Now += TimeSpan.FromMinutes(1);
        Assert.Empty(_lane.Pull());

        _lane.ShouldHaveResult(2, DeliveryResult.Busy);
        _lane.ShouldHaveResult(3, DeliveryResult.Expired);
        _lane.Report(_lane.Heard(live));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Retry_ThatWouldLeaveAfterTheDeadline_IsNotPlanned()
    {
        _lane.Add(0, 1);
        _lane.Now += TimeSpan.FromMinutes(29);
        Fail(CallEnd.Rejected, 486);
        _lane.ShouldHaveResult(1, DeliveryResult.Busy);
    }

    [Fact]
    public void Totals_Deferred_SayWhenTheLastTryIsOverAtTheLatest()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, 486);
        Assert.Equal(_lane.Now + First + LaneBench.RingLimit + Second + LaneBench.RingLimit, _lane.Totals.RetriesUntil);
        Assert.Equal((1, 1), (_lane.Totals.Deferred, _lane.Totals.Retried));
        _lane.Now += First;
        var again = Assert.Single(_lane.Pull());
        Assert.Equal((0, 1), (_lane.Totals.Deferred, _lane.Totals.Retried));
        _lane.Report(_lane.Heard(again));
        Assert.Equal((0, null), (_lane.Totals.Retried, _lane.Totals.RetriesUntil));
        var first = _lane.Store.Log.First(entry => entry.Type == LaneLogType.Ended);
        Assert.Contains("\"retryAt\":\"2026-03-01T12:01:00", first.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void IsTry_EveryEnd_IsWhatTheStoresCount() =>
        Assert.Equal(
            [CallEnd.Rejected, CallEnd.RingLimit, CallEnd.NoMedia],
            Enum.GetValues<CallEnd>().Where(end => RetryPolicy.IsTry(end, 486))
        );

    [Fact]
    public void Try_ThatAPauseCancelled_IsNoneAndTheScheduleGoesOn()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.Rejected, 486);
        _lane.Now += First;
        Fail(CallEnd.CancelledByPause, 487);
        Assert.Equal((1, 0), (_lane.Totals.Waiting, _lane.Totals.Deferred));

        // At once after the resume, and then as many tries as were left.
        Fail(CallEnd.Rejected, 486);
        Assert.Empty(_lane.Pull());
        _lane.Now += Second;
        Fail(CallEnd.Rejected, 486);
        _lane.ShouldHaveResult(1, DeliveryResult.Busy);
        Assert.Equal(3, _lane.Store[LaneBench.Person(1)].Tries);
    }

    [Fact]
    public void Deadline_PassedInAPause_ExpiresWhoWasCancelledByIt()
    {
        _lane.Add(0, 1);
        Fail(CallEnd.CancelledByPause, 487);
        _lane.Now += TimeSpan.FromMinutes(30);
        _lane.Expire();
        _lane.ShouldHaveResult(1, DeliveryResult.Expired);
    }

    private void Fail(CallEnd end, int status, int max = 100) => _lane.Report(_lane.Ended(Assert.Single(_lane.Pull(max)), end, status));
}
