using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>Who gets which message, and when.</summary>
public sealed class LaneMessageTests
{
    private readonly LaneBench _lane = new();

    private static LaneMessage Update(int number) => LaneBench.Message(number, MessageKind.Update);

    private static LaneMessage Correction(int number) => LaneBench.Message(number, MessageKind.Correction);

    private static LaneMessage Outcome(int number, int epoch = 2) => LaneBench.Message(number, MessageKind.Outcome, epoch);

    [Fact]
    public void Update_Added_GoesToEveryoneSelectedAfterTheCall()
    {
        _lane.Add(0, 1, 2);
        var first = Assert.Single(_lane.Pull(1));
        _lane.Enlist(Update(2));
        Assert.Equal([1, 2], _lane.MessagesOf(1));
        Assert.Equal([1, 2], _lane.MessagesOf(2));

        // Not while the call is under way, nor before it.
        var second = Assert.Single(_lane.Pull());
        Assert.Equal((LaneBench.Person(2), 1), (second.ParticipantId, second.Message));
        Assert.Empty(_lane.Pull());
        _lane.Report(_lane.Heard(first));
        Assert.Equal([(LaneBench.Person(1), 2)], _lane.Pull().Select(order => (order.ParticipantId, order.Message)));
    }

    [Fact]
    public void Update_ToldAgain_ChangesNothing()
    {
        _lane.Add(0, 1);
        _lane.Enlist(Update(2));
        _lane.Enlist(Update(2));
        _lane.Crash();
        Assert.Equal([1, 2], _lane.MessagesOf(1));
        Assert.Equal(2, _lane.Store.Log.Count);
    }

    [Fact]
    public void Update_AddedWhenAllIsDone_IsDelivered()
    {
        _lane.Add(4, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        Assert.True(_lane.Book.AllDone);
        _lane.Enlist(Update(2));
        Assert.False(_lane.Book.AllDone);
        var order = Assert.Single(_lane.Pull());
        Assert.Equal((2, 1, 4), (order.Message, order.Attempt, order.Band));
        _lane.Report(_lane.Heard(order));
        Assert.True(_lane.Book.AllDone);
        Assert.Equal([new MessageTotals(1, 1, 1, 1, 1, 1), new MessageTotals(2, 1, 1, 1, 1, 1)], _lane.Totals.Messages);
        Assert.Equal((1, 2, 1, 1), (_lane.Totals.Selected, _lane.Totals.Deliveries, _lane.Totals.Contacted, _lane.Totals.Heard));
    }

    [Fact]
    public void Update_LaneThatWasNotTold_EnlistsWhenItIsLoaded()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Added(Update(2));
        _lane.Crash();
        Assert.Equal(2, Assert.Single(_lane.Pull()).Message);
    }

    [Theory]
    [InlineData(603)]
    [InlineData(404)]
    public void Update_WhoRefusedOrHasNoNumber_IsNotCalledAgain(int status)
    {
        _lane.Add(0, 1, 2);
        var orders = _lane.Pull();
        _lane.Report(_lane.Ended(orders[0], CallEnd.Rejected, status));
        _lane.Enlist(Update(2));
        Assert.Equal([1], _lane.MessagesOf(1));

        // Refused while the update waited for the call to end.
        _lane.Report(_lane.Ended(orders[1], CallEnd.Rejected, status));
        Assert.Equal(_lane.ResultOf(2, 1), _lane.ResultOf(2, 2));
        Assert.Empty(_lane.Pull());
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Correction_TakesThePlaceOfTheCall()
    {
        _lane.Add(0, 1, 2, 3, 4);
        var orders = _lane.Pull(3);
        _lane.Report(_lane.Heard(orders[0]), _lane.Ended(orders[1], CallEnd.Rejected, 486));
        _lane.Enlist(Correction(2));

        // 1 was contacted, 2 was not and is done, 3 is being called, 4 was not called yet.
        Assert.Equal([1, 2], _lane.MessagesOf(1));
        Assert.Equal([1], _lane.MessagesOf(2));
        Assert.Equal([1, 2], _lane.MessagesOf(3));
        Assert.Equal([1, 2], _lane.MessagesOf(4));
        _lane.ShouldHaveResult(4, DeliveryResult.Superseded);
        Assert.Equal(
            [1, 4],
            _lane.Pull().Select(order => order.ParticipantId).Order().Select(id => id.ToByteArray()[0]).Select(id => (int)id)
        );
        _lane.Report(_lane.Heard(orders[2]));
        Assert.Equal((LaneBench.Person(3), 2), Assert.Single(_lane.Pull().Select(order => (order.ParticipantId, order.Message))));
    }

    [Fact]
    public void Correction_CallUnderWayThatIsWithheld_IsNotTriedAgain()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Enlist(Correction(2));
        _lane.Report(_lane.Ended(order, CallEnd.Withheld));
        _lane.ShouldHaveResult(1, DeliveryResult.Superseded);
        Assert.Equal(2, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Correction_WhoComesLater_GetsTheLastOneAndWhatWasAddedAfterIt()
    {
        _lane.Enlist(Update(2), Correction(3), Update(4));
        _lane.Add(0, 9);
        Assert.Equal([3, 4], _lane.MessagesOf(9));
        Assert.Equal(3, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Correction_NotCalledYet_HoldsItsBandBack()
    {
        _lane.Add(5, 1);
        _lane.Enlist(Correction(2));
        Assert.Equal(5, _lane.Book.LowestUndialledBand);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Enlist(Correction(2), Correction(3));
        Assert.Equal(int.MaxValue, _lane.Book.LowestUndialledBand);
    }

    [Fact]
    public void Outcome_GoesToWhoWasContactedAndToNobodyElse()
    {
        _lane.Add(0, 1, 2, 3, 4);
        var orders = _lane.Pull(3);
        _lane.Report(_lane.Heard(orders[0]), _lane.Ended(orders[1], CallEnd.Rejected, 486));
        _lane.Enlist(Outcome(2));
        Assert.Equal([1, 2], _lane.MessagesOf(1));
        Assert.Equal([1], _lane.MessagesOf(2));
        Assert.Equal([1], _lane.MessagesOf(3));
        _lane.ShouldHaveResult(4, DeliveryResult.NotAttemptedOutcome);

        // Contacted by the call that was under way: told as well.
        _lane.Report(_lane.Heard(orders[2]));
        Assert.Equal([1, 2], _lane.MessagesOf(3));
        Assert.Equal([2, 2], _lane.Pull().Select(order => order.Message));
    }

    [Fact]
    public void Outcome_WhoRefusedAfterItRang_IsToldAllTheSame()
    {
        _lane.Add(0, 1);
        var order = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Ended(order, CallEnd.Rejected, 603) with { RangAt = _lane.Now });
        _lane.Enlist(Outcome(2));
        Assert.Equal([1, 2], _lane.MessagesOf(1));
    }

    [Fact]
    public void Outcome_CallOfADeadDialer_IsToldOnceItCannotRingAnyMore()
    {
        _lane.Add(0, 1);
        Assert.Single(_lane.Pull());
        _lane.Crash();
        _lane.Enlist(Outcome(2));
        Assert.Empty(_lane.Pull());
        _lane.Now += LaneBench.RingLimit + TimeSpan.FromSeconds(3);
        var order = Assert.Single(_lane.Pull());
        _lane.ShouldHaveResult(1, DeliveryResult.Unknown);
        Assert.Equal(2, order.Message);
    }

    [Fact]
    public void Outcome_CallOfADeadDialerBeforeAStop_WaitsUntilItCannotRing()
    {
        _lane.Add(0, 1);
        Assert.Single(_lane.Pull());
        _lane.Crash();
        _lane.Stop();
        _lane.Enlist(Outcome(2, epoch: 3));
        _lane.Crash();
        Assert.Empty(_lane.Pull());
        _lane.Now += LaneBench.RingLimit + TimeSpan.FromSeconds(3);
        Assert.Equal(2, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Outcome_MessagesBetweenItAndALostCall_WaitsUntilTheLostCallCannotRing()
    {
        _lane.Add(0, 1);
        Assert.Single(_lane.Pull());
        _lane.Enlist(Update(2));
        _lane.Crash();
        _lane.Stop();
        _lane.Enlist(Update(2), Outcome(3, epoch: 3));
        Assert.Empty(_lane.Pull());
        _lane.Crash();
        Assert.Empty(_lane.Pull());
        _lane.Now += LaneBench.RingLimit + TimeSpan.FromSeconds(3);
        Assert.Equal(3, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Outcome_CrashAfterIt_KeepsWhatFollows()
    {
        _lane.Add(0, 1, 2);
        var orders = _lane.Pull();
        _lane.Report(_lane.Answered(orders[0]));
        _lane.Enlist(Outcome(2));

        // Both dialers die: one call had been answered, of the other nobody knows.
        _lane.Crash();
        _lane.ShouldHaveResult(1, DeliveryResult.Answered);
        Assert.Equal([1, 2], _lane.MessagesOf(1));
        _lane.Now += LaneBench.RingLimit + TimeSpan.FromSeconds(3);
        Assert.Equal([2, 2], _lane.Pull().Select(order => order.Message));
        _lane.Crash();
        Assert.Equal([1, 2], _lane.MessagesOf(2));
    }

    [Fact]
    public void Outcome_StopThatCameBefore_DoesNotEndIt()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Stop();
        _lane.Enlist(Outcome(2, epoch: 3));
        _lane.Store.Apply(_lane.Ledger.Stop(_lane.Now, epoch: 2));
        Assert.Equal(2, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Outcome_StoppedAndToldAgain_GoesToAllWhoWereContacted()
    {
        _lane.Add(0, 1, 2);
        _lane.Report([.. _lane.Pull().Select(_lane.Heard)]);
        _lane.Enlist(Outcome(2, epoch: 2));
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull(1))));
        _lane.Store.Apply(_lane.Ledger.Stop(_lane.Now, epoch: 3));
        Assert.Equal(DeliveryResult.NotAttemptedStopped, _lane.ResultOf(2, 2));
        _lane.Enlist(Outcome(2, epoch: 2), Outcome(3, epoch: 4));
        Assert.Equal([3, 3], _lane.Pull().Select(order => order.Message));
    }

    [Fact]
    public void Outcome_SelectionThatComesLate_AddsNobody()
    {
        _lane.Enlist(Outcome(2));
        _lane.Add(0, 1);
        Assert.Empty(_lane.Store.Deliveries);
    }

    [Fact]
    public void Outcome_GivenUpAtTheClosing_Expires()
    {
        _lane.Add(0, 1, 2);
        var orders = _lane.Pull();
        _lane.Report(_lane.Heard(orders[0]));
        _lane.Enlist(Outcome(2));
        _lane.Store.Apply(_lane.Ledger.Stop(_lane.Now, epoch: 2, DeliveryResult.Expired));
        Assert.Equal(DeliveryResult.Expired, _lane.ResultOf(1, 2));
        _lane.Report(_lane.Heard(orders[1]));
        _lane.Store.Apply(_lane.Ledger.Stop(_lane.Now, epoch: 2, DeliveryResult.Expired));
        Assert.Equal(DeliveryResult.Expired, _lane.ResultOf(2, 2));
        Assert.True(_lane.Book.AllDone);
    }

    [Fact]
    public void Deadline_OfAMessage_IsItsOwn()
    {
        var lane = new LaneBench(new LaneTerms([], new LaneBench().Now.AddMinutes(1)));
        lane.Add(0, 1, 2);
        lane.Report(lane.Heard(Assert.Single(lane.Pull(1))));
        lane.Now += TimeSpan.FromMinutes(2);
        lane.Enlist(LaneBench.Message(2, MessageKind.Update, deadline: lane.Now.AddMinutes(1)));
        Assert.Equal([2, 2], lane.Pull().Select(order => order.Message));
        lane.ShouldHaveResult(2, DeliveryResult.Expired);
    }

    [Fact]
    public void Deadline_MovedOnByAnExpansion_HoldsForEveryMessageThatTheNewOnesGet()
    {
        var lane = new LaneBench(new LaneTerms([], new LaneBench().Now.AddMinutes(1)));
        lane.Enlist(
            LaneBench.Message(2, MessageKind.Correction, deadline: lane.Now.AddMinutes(2)),
            LaneBench.Message(3, MessageKind.Update, deadline: lane.Now.AddMinutes(3))
        );
        lane.Now += TimeSpan.FromMinutes(10);
        lane.Ledger.Extend(lane.Now.AddMinutes(1));
        lane.Add(0, 1);
        var order = Assert.Single(lane.Pull());
        Assert.Equal(2, order.Message);
        lane.Report(lane.Heard(order));
        Assert.Equal(3, Assert.Single(lane.Pull()).Message);
        lane.Now += TimeSpan.FromMinutes(1);
        lane.Add(0, 2);
        Assert.Empty(lane.Pull());
        Assert.Equal(DeliveryResult.Expired, lane.ResultOf(2, 2));
    }

    [Fact]
    public void Postponed_DeliveryWaitsForItsHour()
    {
        _lane.Add(0, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Enlist(Outcome(2));
        var taken = Assert.Single(_lane.Book.Take(1, int.MaxValue, _lane.Now));
        _lane.Book.Postpone(taken, _lane.Now.AddHours(9));
        Assert.Empty(_lane.Pull());
        Assert.Equal((1, 0), (_lane.Totals.Waiting, _lane.Totals.UnderWay));
        _lane.Now += TimeSpan.FromHours(9);
        Assert.Equal(2, Assert.Single(_lane.Pull()).Message);
    }

    [Fact]
    public void Chain_FurtherMessages_AreToldWithTheirNumber()
    {
        _lane.Add(3, 1);
        _lane.Report(_lane.Heard(Assert.Single(_lane.Pull())));
        _lane.Enlist(Update(2));
        var order = Assert.Single(_lane.Pull());
        _lane.Report(_lane.Ended(order, CallEnd.Rejected, 486));
        Assert.DoesNotContain(_lane.Store.Log.Take(4), entry => entry.Data.Contains("\"message\"", StringComparison.Ordinal));
        Assert.All(_lane.Store.Log.Skip(4), entry => Assert.StartsWith("{\"message\":2,", entry.Data, StringComparison.Ordinal));
        Assert.Equal("selected claimed ended", string.Join(' ', _lane.Store.Log.Skip(4).Select(entry => entry.Type)));
    }
}
