using System.Threading.Channels;
using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class DialerBookTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid ActionId = new(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
    private readonly DialerBook _book = new();
    private int _calls;

    [Fact]
    public void TakeWork_New_IsAddedOnceWithAllItsLanes()
    {
        var (added, removed) = _book.TakeWork([new CarrierWork(ActionId, 3, Urgency.Normal, true, [])]);
        Assert.Equal([0, 1, 2], Assert.Single(added).Lanes.Select(lane => lane.Lane));
        Assert.Empty(removed);
        Assert.Empty(_book.TakeWork([new CarrierWork(ActionId, 3, Urgency.Normal, true, [])]).Added);
    }

    [Fact]
    public void TakeWork_NoLongerWanted_StaysUntilItsLastCallIsStored()
    {
        var action = Wanted();
        var call = Place(action.Lanes[1]);
        Assert.Empty(_book.TakeWork([]).Removed);
        Assert.False(action.Wanted);
        _book.Apply(Ended(call));
        Assert.Empty(_book.TakeWork([]).Removed);

        action.Lanes[1].Forget(call);
        Assert.Same(action, Assert.Single(_book.TakeWork([]).Removed));
        Assert.Null(_book.Find(ActionId));
    }

    [Fact]
    public void TakeWork_NoLongerWantedWhileAPullIsUnderWay_StaysForWhatThePullBrings()
    {
        var action = Wanted();
        action.Lanes[0].Ask(2);
        Assert.Empty(_book.TakeWork([]).Removed);
        Assert.Same(action, _book.Find(ActionId));
    }

    [Fact]
    public void TakeWork_WantedAgain_GoesOnWithTheSameAction()
    {
        var action = Wanted();
        Place(action.Lanes[0]);
        _book.TakeWork([]);
        Assert.Empty(_book.TakeWork([new CarrierWork(ActionId, 2, Urgency.Normal, true, [])]).Added);
        Assert.True(action.Wanted);
        Assert.Same(action, _book.Find(ActionId));
    }

    [Fact]
    public void PlacedAlone_CallOfNoLane_HoldsALineAndIsBusyUntilItIsForgotten()
    {
        var call = Place(new DialerLane(ActionId, -1), alone: true);
        Assert.Equal((1, true), (_book.LiveCalls, _book.Busy));
        Assert.Same(call, Assert.Single(_book.AllCalls));
        _book.Apply(Ended(call));
        _book.Apply(Ended(call));
        Assert.Equal((0, true, true), (_book.LiveCalls, _book.Busy, call.Ended));
        _book.ForgetAlone(call);
        Assert.False(_book.Busy);
    }

    [Fact]
    public void LiveCalls_PlacedAndEnded_CountsEachEndOnce()
    {
        var action = Wanted();
        var first = Place(action.Lanes[0]);
        var second = Place(action.Lanes[1]);
        Assert.Equal(2, _book.LiveCalls);
        _book.Apply(Ended(first));
        _book.Apply(Ended(first));
        Assert.Equal(1, _book.LiveCalls);
        action.Lanes[0].Forget(first);
        _book.Apply(Ended(first));
        Assert.Equal(1, _book.LiveCalls);
        Assert.True(_book.Busy);

        _book.Apply(Ended(second));
        action.Lanes[1].Forget(second);
        Assert.Equal(0, _book.LiveCalls);
        Assert.False(_book.Busy);
    }

    [Fact]
    public void Apply_NewsOfAnUnknownAction_ChangesNothing()
    {
        var call = Place(new DialerLane(Guid.NewGuid(), 0));
        _book.Apply(Ended(call));
        Assert.False(call.Ended);
    }

    [Fact]
    public void DialedCall_AnsweredAndEnded_AreTheNewsToStore()
    {
        var call = Place(Wanted().Lanes[0]);
        call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Ringing, At));
        Assert.False(call.Dirty);
        call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Answered, At.AddSeconds(2)));
        Assert.True(call.Dirty);

        var first = call.TakeReport();
        Assert.False(call.Dirty);
        Assert.Equal((At, At.AddSeconds(2), null), (first.RangAt, first.AnsweredAt, first.EndedAt));
        call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Key, At.AddSeconds(3), Key: '1'));
        Assert.False(call.Dirty);
        call.Apply(Ended(call));
        Assert.True(call.Dirty);

        var last = call.TakeReport();
        Assert.Equal((At, At.AddSeconds(2), At.AddSeconds(9)), (last.RangAt, last.AnsweredAt, last.EndedAt));
        Assert.Equal(("1", CallEnd.HungUpByUs, 8_000, 8_000), (last.Keys, last.End, last.PlayedMilliseconds, last.MessageMilliseconds));
        Assert.Equal((call.Call.Order.Nonce, 1), (last.Nonce, last.Attempt));
    }

    [Fact]
    public void DialedCall_ReportNotStored_IsOfferedAgain()
    {
        var call = Place(Wanted().Lanes[0]);
        call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Answered, At));
        var report = call.TakeReport();
        call.NotStored();
        Assert.True(call.Dirty);
        Assert.Equal(report, call.TakeReport());
    }

    [Fact]
    public void MustReport_SomebodyAnswered_AtOnceAndAgainWhereItWasNotStored()
    {
        var lane = Wanted().Lanes[0];
        var call = Place(lane);
        Assert.False(lane.MustReport());
        _book.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Answered, At));
        Assert.True(lane.MustReport());
        call.TakeReport();
        Assert.False(lane.MustReport());
        call.NotStored();
        Assert.True(lane.MustReport());
    }

    [Fact]
    public void MustReport_CallsOnlyEnded_AfterAFewTurnsWithWhateverElseEnded()
    {
        var lane = Wanted().Lanes[0];
        var (first, second) = (Place(lane), Place(lane));
        _book.Apply(new VoiceCallNews(first.Call, VoiceCallNewsKind.Answered, At));
        first.TakeReport();
        _book.Apply(Ended(first));
        Assert.False(lane.MustReport());
        _book.Apply(Ended(second));
        Assert.False(lane.MustReport());
        Assert.True(lane.MustReport());
        first.TakeReport();
        second.TakeReport();
        Assert.False(lane.MustReport());
    }

    [Fact]
    public void DialedCall_ManyKeys_KeepsTheFirstSixteen()
    {
        var call = Place(Wanted().Lanes[0]);
        for (var i = 0; i < 40; i++)
        {
            call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Key, At, Key: (char)('0' + (i % 10))));
        }

        Assert.Equal("0123456789012345", call.TakeReport().Keys);
    }

    [Theory]
    [InlineData(CallEnd.CancelledByStop, CallEnd.CancelledByDrain, CallEnd.CancelledByDrain)]
    [InlineData(CallEnd.CancelledByStop, CallEnd.CancelledByStop, CallEnd.CancelledByStop)]
    [InlineData(CallEnd.CancelledByStop, CallEnd.CancelledByPause, CallEnd.CancelledByPause)]
    [InlineData(CallEnd.HungUpByUs, CallEnd.CancelledByPause, CallEnd.HungUpByUs)]
    [InlineData(CallEnd.Rejected, CallEnd.CancelledByDrain, CallEnd.Rejected)]
    [InlineData(CallEnd.HungUpByPeer, CallEnd.CancelledByStop, CallEnd.HungUpByPeer)]
    public void DialedCall_CancelledByUs_MeansWhatWeCancelledItFor(CallEnd end, CallEnd meaning, CallEnd expected)
    {
        var call = Place(Wanted().Lanes[0]);
        call.CancelMeaning = meaning;
        call.Apply(new VoiceCallNews(call.Call, VoiceCallNewsKind.Ended, At, end));
        Assert.Equal(expected, call.TakeReport().End);
    }

    [Fact]
    public void Stop_AnsweredFinish_EndsOnlyWhatIsNotAnswered()
    {
        var action = Wanted();
        var (ringing, answered, ended) = (Place(action.Lanes[0]), Place(action.Lanes[0]), Place(action.Lanes[1]));
        _book.Apply(new VoiceCallNews(answered.Call, VoiceCallNewsKind.Answered, At));
        _book.Apply(Ended(ended));

        Assert.Equal([ringing], action.Stop(1, cut: false, CallEnd.CancelledByPause));
        Assert.Equal(CallEnd.CancelledByPause, ringing.CancelMeaning);
        Assert.Equal(CallEnd.None, answered.CancelMeaning);
    }

    [Fact]
    public void Stop_AnsweredAreCut_EndsAllThatGoOn()
    {
        var action = Wanted();
        var (ringing, answered, ended) = (Place(action.Lanes[0]), Place(action.Lanes[0]), Place(action.Lanes[1]));
        _book.Apply(new VoiceCallNews(answered.Call, VoiceCallNewsKind.Answered, At));
        _book.Apply(Ended(ended));
        Assert.Equal([ringing, answered], action.Stop(1, cut: true, CallEnd.CancelledByStop));
    }

    [Fact]
    public void Stop_OfAnEarlierEpoch_LeavesLaterCallsAndTheirPermissionAlone()
    {
        // Told again, or late: the action has gone on since.
        var action = Wanted();
        action.Permit.Renew(0, 100, epoch: 3);
        var (old, later) = (Place(action.Lanes[0], epoch: 1), Place(action.Lanes[1], epoch: 3));
        Assert.Equal([old], action.Stop(2, cut: true, CallEnd.CancelledByPause));
        Assert.Equal(CallEnd.None, later.CancelMeaning);
        Assert.True(action.Permit.Allows(50, epoch: 3));
        Assert.False(action.Permit.Allows(50, epoch: 2));
    }

    private static VoiceCallNews Ended(DialedCall call) =>
        new(call.Call, VoiceCallNewsKind.Ended, At.AddSeconds(9), CallEnd.HungUpByUs, 200, PlayedMilliseconds: 8_000);

    private DialerAction Wanted()
    {
        _book.TakeWork([new CarrierWork(ActionId, 2, Urgency.Normal, true, [])]);
        return _book.Find(ActionId)!;
    }

    private DialedCall Place(DialerLane lane, int epoch = 1, bool alone = false)
    {
        _calls++;
        var order = new CallOrder
        {
            ParticipantId = LaneBench.Person(_calls),
            Message = 1,
            Attempt = 1,
            Number = "+31",
            Language = Language.Dutch,
            CallId = "",
            Nonce = LaneBench.Person(1_000 + _calls),
            ClaimedAt = At,
            Band = 0,
        };
        var call = new DialedCall(
            new VoiceCall
            {
                ActionId = lane.ActionId,
                Lane = lane.Lane,
                Practice = true,
                Order = order,
                CallBackNumber = null,
                RingLimit = TimeSpan.FromSeconds(30),
                LingerAfterMessage = TimeSpan.FromSeconds(3),
                Epoch = epoch,
                Permit = new ActionPermit(),
                Lines = new LinePermit(),
                AskedAt = 0,
                News = Channel.CreateUnbounded<VoiceCallNews>().Writer,
            },
            8_000
        );
        if (alone)
        {
            _book.PlacedAlone(call);
        }
        else
        {
            _book.Placed(lane, call);
        }
        return call;
    }
}
