using Burgernet.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneStopTests
{
    private readonly LaneBench _lane = new();

    [Fact]
    public void Stop_Waiting_IsNotAttempted()
    {
        _lane.Add(0, 1, 2);
        _lane.Pull(1);
        _lane.Stop();

        _lane.ShouldHaveResult(2, DeliveryResult.NotAttemptedStopped);
        Assert.Equal((0, 1), (_lane.Totals.Waiting, _lane.Totals.UnderWay));
        Assert.Empty(_lane.Pull());
    }

    [Fact]
    public void Stop_Repeated_StoresNothing()
    {
        _lane.Add(0, 1);
        _lane.Stop();
        Assert.Null(_lane.Ledger.Stop(_lane.Now));
        _lane.ShouldHaveResult(1, DeliveryResult.NotAttemptedStopped);
    }

    [Fact]
    public void Stop_Answered_FinishesWithItsOwnResult()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Answered(order));
        _lane.Stop();
        _lane.Report(_lane.Heard(order));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
    }

    [Theory]
    [InlineData(CallEnd.CancelledByStop, DeliveryResult.CancelledByStop)]
    [InlineData(CallEnd.Withheld, DeliveryResult.NotAttemptedStopped)]
    [InlineData(CallEnd.NoCapacity, DeliveryResult.NotAttemptedStopped)]
    [InlineData(CallEnd.NotAdmitted, DeliveryResult.NotAttemptedStopped)]
    public void Stop_UnderWay_EndsAndIsNotQueuedAgain(CallEnd end, DeliveryResult expected)
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Stop();
        _lane.Report(_lane.Ended(order, end));
        _lane.ShouldHaveResult(1, expected);
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Stop_RangUntilAPauseCancelledIt_IsCancelledAlsoWhenTheLaneWasLoadedAgain()
    {
        _lane.Add(0, 1, 2);
        var orders = _lane.Pull(2);
        _lane.Report(_lane.Ended(orders[0], CallEnd.CancelledByPause, 487) with { RangAt = _lane.Now });
        _lane.Report(_lane.Ended(orders[1], CallEnd.Withheld));
        _lane.Crash();
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.CancelledByStop);
        _lane.ShouldHaveResult(2, DeliveryResult.NotAttemptedStopped);
    }

    [Fact]
    public void Stop_Orphan_IsUnknown()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        _lane.Crash();
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.Unknown);
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Stop_OrphanThatWaitsToBeDialledAgain_IsUnknown()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        _lane.Crash();
        _lane.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, _lane.Book.Due(int.MaxValue, _lane.Now));
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.Unknown);
    }

    [Fact]
    public void Stop_AgainAfterClaimsWereLost_SettlesThem()
    {
        _lane.Add(0, 1);
        _lane.Pull();
        _lane.Stop();
        _lane.Review(1);
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.Unknown);
    }

    [Fact]
    public void Stop_ToldAgainAfterTheLaneCameBack_SettlesWhatWaits()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Stop();
        _lane.Crash(order);
        _lane.Report(_lane.Ended(order, CallEnd.Withheld));
        _lane.Stop();
        _lane.ShouldHaveResult(1, DeliveryResult.NotAttemptedStopped);
    }
}
