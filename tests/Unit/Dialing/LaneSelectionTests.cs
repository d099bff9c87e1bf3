using Burgernet.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class LaneSelectionTests
{
    private readonly LaneBench _lane = new();

    [Fact]
    public void Lane_AddedTwice_KeepsOneDelivery()
    {
        _lane.Add(0, 1, 2);
        _lane.Add(3, 2, 3);
        _lane.Add(4, 1, 2, 3);

        Assert.Equal(3, _lane.Totals.Selected);
        Assert.Equal([0, 0, 3], _lane.Store.Deliveries.Select(row => row.Band));
        Assert.Equal(2, _lane.Store.Log.Count);
    }

    [Fact]
    public void Lane_SameParticipantTwiceInOneBatch_KeepsOneDelivery()
    {
        _lane.Add(1, 7, 7);
        Assert.Equal(1, _lane.Totals.Selected);
    }

    [Fact]
    public void Lane_NobodyNew_StoresNothing()
    {
        _lane.Add(0, 1);
        Assert.Null(_lane.Ledger.Add(0, [LaneBench.Candidate(1)], _lane.Now));
    }

    [Fact]
    public void Lane_AddedAgainAfterResult_IsNotCalledAgain()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Add(0, 1);
        Assert.Empty(_lane.Pull());
    }

    [Fact]
    public void Take_SeveralBands_GivesNearestFirstInOrderOfSelection()
    {
        _lane.Add(2, 5, 6);
        _lane.Add(0, 3, 1);
        _lane.Add(1, 2);
        Assert.Equal([3, 1, 2], Numbers(_lane.Pull(3)));
        Assert.Equal([5, 6], Numbers(_lane.Pull(3)));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(int.MaxValue, 3)]
    public void Take_Ceiling_GivesNobodyBeyondIt(int ceiling, int expected)
    {
        _lane.Add(0, 1);
        _lane.Add(1, 2);
        _lane.Add(5, 3);
        Assert.Equal(expected, _lane.Pull(10, ceiling).Length);
    }

    [Fact]
    public void Totals_AsCallsGo_CountEveryDeliveryOnce()
    {
        _lane.Add(0, 1, 2);
        _lane.Add(1, 3);
        Assert.Equal((3, 3, 0, 0), Counts());
        Assert.Equal(0, _lane.Totals.LowestUndialledBand);

        var orders = _lane.Pull(2);
        Assert.Equal((3, 1, 2, 0), Counts());
        Assert.Equal(1, _lane.Totals.LowestUndialledBand);

        _lane.Report(_lane.Heard(orders[0]), _lane.Ended(orders[1], CallEnd.Rejected, 486));
        Assert.Equal((3, 1, 0, 1), Counts());
        Assert.Equal(1, _lane.Totals.Results[DeliveryResult.Heard]);
        Assert.Equal(1, _lane.Totals.Results[DeliveryResult.Busy]);

        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        Assert.Equal(int.MaxValue, _lane.Totals.LowestUndialledBand);
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Totals_EachStep_RaisesTheVersion()
    {
        var last = _lane.Totals.Version;
        void Rises()
        {
            Assert.True(_lane.Totals.Version > last);
            last = _lane.Totals.Version;
        }

        _lane.Add(0, 1, 2);
        Rises();
        var orders = _lane.Pull(1);
        Rises();
        _lane.Report(_lane.Answered(orders[0]));
        Rises();
        _lane.Report(_lane.Heard(orders[0]));
        Rises();
        _lane.Now += TimeSpan.FromSeconds(1);
        _lane.Crash();
        Rises();
        _lane.Stop();
        Rises();
    }

    private static IEnumerable<int> Numbers(IEnumerable<CallOrder> orders) =>
        orders.Select(order => BitConverter.ToInt32(order.ParticipantId.ToByteArray()));

    private (int Selected, int Waiting, int UnderWay, int Contacted) Counts() =>
        (_lane.Totals.Selected, _lane.Totals.Waiting, _lane.Totals.UnderWay, _lane.Totals.Contacted);
}
