using Burgernet.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneReportTests
{
    private readonly LaneBench _lane = new();

    [Fact]
    public void Report_Repeated_ChangesNothing()
    {
        _lane.Add(0, 1);
        var report = _lane.Heard(Assert.Single(_lane.Pull()));
        _lane.Report(report);
        var before = (_lane.Store.Log.Count, _lane.Totals.Version);

        Assert.Null(_lane.Ledger.Apply([report], _lane.Now));
        Assert.Equal(before, (_lane.Store.Log.Count, _lane.Totals.Version));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
    }

    [Fact]
    public void Report_AnsweredTwice_IsWrittenOnce()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Answered(order));
        Assert.Null(_lane.Ledger.Apply([_lane.Answered(order)], _lane.Now));
        _lane.Report(_lane.Heard(order));

        Assert.Equal(["selected", "claimed", "answered", "ended"], _lane.Store.Log.Select(entry => entry.Type), StringComparer.Ordinal);
        Assert.Equal(1, _lane.Totals.Contacted);
    }

    [Fact]
    public void Report_OnlyTheEnd_CarriesTheAnswerToo()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        Assert.Equal(["selected", "claimed", "answered", "ended"], _lane.Store.Log.Select(entry => entry.Type), StringComparer.Ordinal);
    }

    [Fact]
    public void Report_OfAnotherClaim_IsIgnored()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        Assert.Null(_lane.Ledger.Apply([_lane.Heard(order) with { Nonce = Guid.NewGuid() }], _lane.Now));
        Assert.Null(_lane.Ledger.Apply([_lane.Heard(order) with { ParticipantId = LaneBench.Person(9) }], _lane.Now));
        Assert.Equal(1, _lane.Totals.UnderWay);
    }

    [Fact]
    public void Report_OfTheAttemptBefore_IsIgnored()
    {
        _lane.Add(0, 1);
        var first = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Ended(first, CallEnd.Withheld));
        _lane.Pull();
        Assert.Null(_lane.Ledger.Apply([_lane.Heard(first)], _lane.Now));
    }

    [Theory]
    [InlineData(CallEnd.Withheld, 0)]
    [InlineData(CallEnd.NoCapacity, 0)]
    [InlineData(CallEnd.NotAdmitted, 0)]
    [InlineData(CallEnd.Rejected, 503)]
    [InlineData(CallEnd.CancelledByDrain, 487)]
    [InlineData(CallEnd.CancelledByPause, 487)]
    public void Report_NotThePhonesFault_QueuesAgain(CallEnd end, int status)
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), end, status));

        Assert.Equal((1, 0), (_lane.Totals.Waiting, _lane.Totals.UnderWay));
        var again = Assert.Single(_lane.Pull());
        Assert.Equal(2, again.Attempt);
        _lane.Report(_lane.Heard(again));
        _lane.ShouldHaveResult(1, DeliveryResult.Heard);
    }

    [Theory]
    [InlineData(CallEnd.Withheld, 0, 0)]
    [InlineData(CallEnd.NotAdmitted, 0, 0)]
    [InlineData(CallEnd.Rejected, 503, 0)]
    [InlineData(CallEnd.CancelledByDrain, 0, int.MaxValue)]
    [InlineData(CallEnd.CancelledByPause, 487, int.MaxValue)]
    public void Report_Requeued_CountsAsDialledOnlyWhereAPhoneMayHaveRung(CallEnd end, int status, int lowestUndialled)
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), end, status));
        Assert.Equal(lowestUndialled, _lane.Totals.LowestUndialledBand);
    }

    [Fact]
    public void Report_WithheldManyTimes_StaysUndialled()
    {
        _lane.Add(0, 1);
        for (var i = 0; i < 5; i++)
        {
            _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.Withheld));
            Assert.Equal(0, _lane.Totals.LowestUndialledBand);
        }
    }

    [Fact]
    public void Report_DrainedThenWithheld_StaysDialled()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.CancelledByDrain));
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.Withheld));
        Assert.Equal(int.MaxValue, _lane.Totals.LowestUndialledBand);
    }

    [Fact]
    public void Report_TurnedAwayTooOften_EndsAsCarrierFailed()
    {
        _lane.Add(0, 1);
        for (var i = 0; i <= Burgernet.Grains.Dialing.DeliveryResultPolicy.MostTurnedAway; i++)
        {
            _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.Rejected, 503));
        }

        _lane.ShouldHaveResult(1, DeliveryResult.CarrierFailed);
    }

    [Fact]
    public void Report_RangInAnEarlierAttempt_StaysContacted()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.CancelledByDrain) with { RangAt = _lane.Now });
        _lane.Report(_lane.Ended(Assert.Single(_lane.Pull()), CallEnd.Rejected, 486));
        Assert.True(_lane.Store[LaneBench.Person(1)].Contacted);
        Assert.Equal(1, _lane.Totals.Contacted);
    }
}
