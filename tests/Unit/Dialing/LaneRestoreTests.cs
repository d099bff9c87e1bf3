using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneRestoreTests
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private readonly LaneBench _lane = new();

    [Theory]
    // result, attempts, ended, answered, held by its dialer -> state
    [InlineData(DeliveryResult.Heard, 1, true, true, false, nameof(DeliveryState.Done))]
    [InlineData(DeliveryResult.NotAttemptedStopped, 0, false, false, false, nameof(DeliveryState.Done))]
    [InlineData(DeliveryResult.None, 0, false, false, false, nameof(DeliveryState.Waiting))]
    [InlineData(DeliveryResult.None, 2, true, false, false, nameof(DeliveryState.Waiting))]
    [InlineData(DeliveryResult.None, 1, false, false, true, nameof(DeliveryState.UnderWay))]
    [InlineData(DeliveryResult.None, 1, false, true, true, nameof(DeliveryState.UnderWay))]
    [InlineData(DeliveryResult.None, 1, false, false, false, nameof(DeliveryState.Orphaned))]
    public void StateOf_StoredDelivery_IsWhereItGoesOn(
        DeliveryResult result,
        int attempts,
        bool ended,
        bool answered,
        bool held,
        string expected
    ) => Assert.Equal(expected, LaneRestore.StateOf(Row(result, attempts, ended, answered), held).ToString());

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void AnsweredByTheDead_HoldsOnlyWhereAnAnswerIsStoredAndNobodyHasTheCall(bool held, bool answered, bool expected) =>
        Assert.Equal(expected, LaneRestore.AnsweredByTheDead(Row(DeliveryResult.None, 1, ended: false, answered), held));

    [Fact]
    public void Restore_AnswerStored_IsNeverCalledAgain()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Answered(Assert.Single(_lane.Pull())));
        _lane.Crash();

        _lane.ShouldHaveResult(1, DeliveryResult.Answered);
        Assert.Equal(1, _lane.Totals.Contacted);
        _lane.Now += TimeSpan.FromHours(1);
        Assert.Empty(_lane.Pull());
        _lane.Crash();
        Assert.Empty(_lane.Pull());
        _lane.ShouldHaveResult(1, DeliveryResult.Answered);
    }

    [Fact]
    public void Restore_UnansweredOrphan_IsDialledAgainOnlyWhenItCannotRingAnyMore()
    {
        _lane.Add(0, 1);
        var first = Assert.Single(_lane.Pull());
        _lane.Now += TimeSpan.FromSeconds(5);
        _lane.Crash();
        Assert.Equal((0, 1), (_lane.Totals.Waiting, _lane.Totals.UnderWay));

        _lane.Now = first.ClaimedAt + LaneBench.RingLimit + Margin - TimeSpan.FromMicroseconds(1);
        Assert.Empty(_lane.Pull());
        _lane.Now = first.ClaimedAt + LaneBench.RingLimit + Margin;
        var second = Assert.Single(_lane.Pull());

        Assert.Equal(2, second.Attempt);
        Assert.True(_lane.Store.Claims[^1].Redial);
        Assert.False(_lane.Store.Claims[0].Redial);
    }

    [Fact]
    public void Restore_DialerStillHoldsIt_TakesItsReport()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Crash(order);
        Assert.Empty(_lane.Pull());
        _lane.Report(_lane.Heard(order));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
    }

    [Fact]
    public void Restore_DialerGotItsOrderAfterItWasAsked_TakesItsReportAndDoesNotDialAgain()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Crash();
        _lane.Report(_lane.Answered(order));
        _lane.Now += TimeSpan.FromMinutes(5);

        Assert.Empty(_lane.Pull());
        _lane.Report(_lane.Heard(order));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
        Assert.Equal(0, _lane.Book.Orphans);
    }

    [Fact]
    public void Restore_OrphanReportedAsWithheld_WaitsAtOnceAndUnmarked()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Crash();
        _lane.Report(_lane.Ended(order, CallEnd.Withheld));

        Assert.Equal(2, Assert.Single(_lane.Pull()).Attempt);
        Assert.False(_lane.Store.Claims[^1].Redial);
        _lane.Now += TimeSpan.FromMinutes(5);
        Assert.Empty(_lane.Pull());
    }

    [Fact]
    public void Restore_NeverClaimed_GoesOnAtOnceInOrder()
    {
        _lane.Add(1, 4);
        _lane.Add(0, 2, 3);
        _lane.Crash();
        Assert.Equal([LaneBench.Person(2), LaneBench.Person(3), LaneBench.Person(4)], _lane.Pull().Select(order => order.ParticipantId));
    }

    [Fact]
    public void Restore_Everything_GivesTheSameTotals()
    {
        _lane.Add(0, 1, 2, 3);
        _lane.Add(2, 4, 5);
        var orders = _lane.Pull(3);
        _lane.Report(_lane.Heard(orders[0]), _lane.Ended(orders[1], CallEnd.Rejected, 486) with { RangAt = _lane.Now });
        var before = _lane.Totals;
        _lane.Now += TimeSpan.FromSeconds(1);
        _lane.Crash(orders[2]);
        var after = _lane.Totals;

        Assert.Equal(before.Results.OrderBy(pair => pair.Key), after.Results.OrderBy(pair => pair.Key));
        Assert.Equal(
            (before.Selected, before.Waiting, before.UnderWay, before.Contacted, before.LowestUndialledBand),
            (after.Selected, after.Waiting, after.UnderWay, after.Contacted, after.LowestUndialledBand)
        );
        Assert.True(after.Version > before.Version);
    }

    [Fact]
    public void Review_ClaimThatNobodyHolds_WaitsLikeAnOrphan()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        _lane.Now += TimeSpan.FromSeconds(16);
        Assert.Single(_lane.Book.UnderWaySince(_lane.Now - TimeSpan.FromSeconds(15)));
        _lane.Review(1);

        Assert.Empty(_lane.Pull());
        _lane.Now += TimeSpan.FromSeconds(16);
        Assert.Equal(2, Assert.Single(_lane.Pull()).Attempt);
        Assert.True(_lane.Store.Claims[^1].Redial);
    }

    [Fact]
    public void Review_AnsweredCallThatNobodyHolds_IsSettledAsAnswered()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Answered(Assert.Single(_lane.Pull())));
        _lane.Review(1);
        _lane.ShouldHaveResult(1, DeliveryResult.Answered);
    }

    private static StoredDelivery Row(DeliveryResult result, int attempts, bool ended, bool answered) =>
        new()
        {
            ParticipantId = LaneBench.Person(1),
            Message = 1,
            Language = Language.Dutch,
            Band = 0,
            Result = result,
            Contacted = answered,
            Attempts = attempts,
            Ended = ended,
            AnsweredAt = answered ? DateTimeOffset.UnixEpoch : null,
        };
}
