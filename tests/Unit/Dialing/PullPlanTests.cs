using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class PullPlanTests
{
    [Fact]
    public void Of_NotPermittedOrWithoutMessages_AsksNobody()
    {
        var action = new DialerAction(new CarrierWork(Guid.NewGuid(), 2, Urgency.Normal, true, []));
        Assert.Empty(Plan(10, action));
        action.MessagesLoaded = true;
        Assert.Empty(Plan(10, action));
        action.Permit.Renew(0, 100, 1);
        Assert.Equal(10, Plan(10, action).Sum(pull => pull.Starts));
        Assert.Empty(Plan(10, action, now: 100));
    }

    [Fact]
    public void Of_LanesPullingOrPaused_AreLeftOut()
    {
        var action = Ready(Urgency.Normal, lanes: 3);
        action.Lanes[0].Ask(1);
        action.Lanes[1].IdleUntil = 20;
        var pull = Assert.Single(Plan(7, action));
        Assert.Same(action.Lanes[2], pull.Lane);
        Assert.Equal(7, pull.Starts);
        Assert.Same(action.Lanes[1], Assert.Single(Plan(7, action, now: 20)).Lane);
    }

    [Fact]
    public void Of_StoppedOrUnwanted_AsksNobody()
    {
        var (stopped, unwanted) = (Ready(Urgency.Urgent, 1), Ready(Urgency.Urgent, 1));
        stopped.Stop(throughEpoch: 1, cut: false, CallEnd.CancelledByStop);
        unwanted.Wanted = false;
        Assert.Empty(Plan(5, stopped, unwanted));

        stopped.Permit.Renew(0, 100, epoch: 3);
        Assert.Single(Plan(5, stopped, unwanted));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Of_NothingFree_AsksNobody(int starts) => Assert.Empty(Plan(starts, Ready(Urgency.Normal, 2)));

    [Fact]
    public void Of_LaneToldThatFewAreDue_TheOthersAreAskedForTheRest()
    {
        var action = Ready(Urgency.Normal, lanes: 3);
        action.Lanes[1].Ask(4);
        action.Lanes[1].Told(orders: 4, due: 1, pauseUntil: 50);
        action.Lanes[1].Done();
        action.Lanes[0].Reached(band: 3, until: 100);
        action.Lanes[2].Reached(band: 2, until: 100);
        var pulls = Plan(11, action).ToDictionary(pull => pull.Lane.Lane, pull => pull.Starts);
        Assert.Equal(new Dictionary<int, int> { [1] = 1, [2] = 10 }, pulls);
    }

    [Fact]
    public void Of_ManyFreeLines_AsksNoMoreLanesThanNeeded()
    {
        var pulls = Plan((2 * PullPlan.Together) + 3, Ready(Urgency.Normal, lanes: 8));
        Assert.Equal([PullPlan.Together, PullPlan.Together, 3], pulls.ConvertAll(pull => pull.Starts));
    }

    [Fact]
    public void Of_MoreFreeLinesThanLanesAreAskedForTogether_TheRestIsAskedOfAll()
    {
        var pulls = Plan((2 * PullPlan.Together) + 10, Ready(Urgency.Normal, lanes: 2));
        Assert.Equal([PullPlan.Together + 5, PullPlan.Together + 5], pulls.ConvertAll(pull => pull.Starts));
    }

    [Fact]
    public void Of_LanesThatGiveFromDifferentBands_TheNearestIsAskedFirst()
    {
        var action = Ready(Urgency.Normal, lanes: 3);
        action.Lanes[0].Reached(band: 4, until: 100);
        action.Lanes[1].Reached(band: 3, until: 100);
        action.Lanes[2].Reached(band: 4, until: 100);
        Assert.Same(action.Lanes[1], Assert.Single(Plan(5, action)).Lane);
        action.Lanes[2].Reached(band: 9, until: 10);
        Assert.Same(action.Lanes[2], Assert.Single(Plan(5, action)).Lane);
    }

    [Fact]
    public void Of_AnotherFirstLane_AsksThatOneFirst()
    {
        var action = Ready(Urgency.Normal, lanes: 3);
        Assert.Equal([0, 1, 2, 0], new[] { 0, 1, 2, 3 }.Select(first => Assert.Single(Plan(1, [action], now: 10, first)).Lane.Lane));
    }

    [Fact]
    public void Of_LanesThatGiveFromTheSameBand_ThoseOnOtherSilosAreAskedLast()
    {
        var action = Ready(Urgency.Normal, lanes: 4);
        Array.ForEach([0, 1, 3], lane => action.Lanes[lane].Far = true);
        Assert.Same(action.Lanes[2], Assert.Single(Plan(5, action)).Lane);
        Array.ForEach(action.Lanes, lane => lane.Reached(band: 2, until: 100));
        Assert.Same(action.Lanes[2], Assert.Single(Plan(5, action)).Lane);
        action.Lanes[3].Reached(band: 1, until: 100);
        Assert.Same(action.Lanes[3], Assert.Single(Plan(5, action)).Lane);
    }

    [Fact]
    public void Of_UrgentAndNormal_UrgentGetsNineteenInTwenty()
    {
        var (urgent, normal) = (Ready(Urgency.Urgent, 2), Ready(Urgency.Normal, 5));
        var pulls = Plan(40, normal, urgent);
        Assert.Equal(38, pulls.Where(pull => pull.Action == urgent).Sum(pull => pull.Starts));
        Assert.Equal(2, pulls.Where(pull => pull.Action == normal).Sum(pull => pull.Starts));
    }

    [Theory]
    [InlineData(3, 3, 5, 5, 0)]
    [InlineData(3, 3, 0, DialerLane.Unknown, 50)]
    [InlineData(3, 2, 9, DialerLane.Unknown, 50)]
    [InlineData(3, 0, 0, DialerLane.Unknown, 50)]
    public void Told_Reply_SaysWhatIsDueAndWhenToAskAgain(int asked, int orders, int due, int expectedDue, int expectedPause)
    {
        var lane = new DialerLane(Guid.NewGuid(), 0);
        lane.Ask(asked);
        Assert.Equal(asked - orders, lane.Told(orders, due, pauseUntil: 50));
        Assert.Equal(expectedDue, lane.Due);
        Assert.Equal(expectedPause, lane.IdleUntil);
    }

    [Fact]
    public void Ask_LaneThatToldNothingYet_PromisesNothingUntilItGave()
    {
        var lane = new DialerLane(Guid.NewGuid(), 0);
        lane.Ask(5);
        Assert.Equal((5, 0, true), (lane.Reserved, lane.Promised, lane.Pulling));
        Assert.Equal(2, lane.Told(orders: 3, due: 0, pauseUntil: 50));
        Assert.Equal((3, 3, true), (lane.Reserved, lane.Promised, lane.Pulling));
        lane.Start();
        Assert.Equal((2, 2, true), (lane.Reserved, lane.Promised, lane.Pulling));
        Assert.Equal(2, lane.Done());
        Assert.Equal((0, 0, false), (lane.Reserved, lane.Promised, lane.Pulling));
    }

    [Fact]
    public void Ask_LaneThatToldWhatIsDue_PromisesThat()
    {
        var lane = new DialerLane(Guid.NewGuid(), 0);
        lane.Ask(2);
        lane.Told(orders: 2, due: 3, pauseUntil: 50);
        lane.Done();
        lane.Ask(9);
        Assert.Equal((9, 3), (lane.Reserved, lane.Promised));
    }

    private static DialerAction Ready(Urgency urgency, int lanes)
    {
        var action = new DialerAction(new CarrierWork(Guid.NewGuid(), lanes, urgency, true, [])) { MessagesLoaded = true };
        action.Permit.Renew(0, 100, 1);
        return action;
    }

    private static List<LanePull> Plan(int starts, params DialerAction[] actions) => Plan(starts, actions, now: 10);

    private static List<LanePull> Plan(int starts, DialerAction action, long now) => Plan(starts, [action], now);

    private static List<LanePull> Plan(int starts, DialerAction[] actions, long now, int first = 0) =>
        PullPlan.Of(actions, starts, StartBalance.Fresh, first, now).Pulls;
}
