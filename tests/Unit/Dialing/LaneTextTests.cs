using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

/// <summary>SMS in a lane: who gets one, that none leaves twice, and what receipts change.</summary>
public sealed class LaneTextTests
{
    private const ContactChannels Voice = ContactChannels.Voice;
    private const ContactChannels Sms = ContactChannels.Sms;

    [Theory]
    [InlineData(Voice, Voice | Sms, 1, 0)]
    [InlineData(Sms, Voice | Sms, 0, 1)]
    [InlineData(Voice | Sms, Voice | Sms, 1, 1)]
    [InlineData(Voice | Sms, Sms, 0, 1)]
    [InlineData(Sms, Voice, 0, 0)]
    public void Add_ByMediaOfTheAction_GivesWhatPeopleChose(ContactChannels media, ContactChannels chosen, int calls, int texts)
    {
        var lane = Lane(media);

        lane.AddReachable(chosen, 1);

        Assert.Equal(calls, lane.Pull().Length);
        Assert.Equal(texts, lane.PullTexts().Length);
        Assert.Equal(Math.Min(1, calls + texts), lane.Totals.Selected);
        Assert.Equal(calls + texts, lane.Totals.Deliveries);
    }

    [Fact]
    public void Accepted_OfSomebodyWithBoth_CountsThemOnce()
    {
        var lane = Lane(Voice | Sms);
        lane.AddReachable(Voice | Sms, 1);

        lane.Report(lane.Accepted(lane.PullTexts()[0], "a"));
        lane.Report(lane.Heard(lane.Pull()[0]));

        Assert.True(lane.Book.AllDone);
        Assert.Equal((1, 1, 1), (lane.Totals.Selected, lane.Totals.Contacted, lane.Totals.Reached));
        Assert.Equal((DeliveryResult.ToCarrier, DeliveryResult.Heard), (lane.SmsResultOf(1), lane.ResultOf(1, 1)));
        Assert.Equal([new MediumTotals(Medium.Voice, 1, 1), new MediumTotals(Medium.Sms, 1, 1)], lane.Totals.Media);
    }

    [Theory]
    [InlineData(CallEnd.Accepted, DeliveryResult.ToCarrier)]
    [InlineData(CallEnd.Unacknowledged, DeliveryResult.Unknown)]
    [InlineData(CallEnd.RefusedForGood, DeliveryResult.CarrierFailed)]
    [InlineData(CallEnd.NoSuchAddress, DeliveryResult.NumberInvalid)]
    public void Report_OfATextThatIsOver_NeverSendsItAgain(CallEnd end, DeliveryResult expected)
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);

        lane.Report(lane.Ended(lane.PullTexts()[0], end));

        Assert.Equal(expected, lane.SmsResultOf(1));
        Assert.Empty(lane.PullTexts());
        lane.Crash();
        Assert.Equal(expected, lane.SmsResultOf(1));
        Assert.Empty(lane.PullTexts());
    }

    [Theory]
    [InlineData(CallEnd.Withheld)]
    [InlineData(CallEnd.ConnectionFailed)]
    [InlineData(CallEnd.RefusedForNow)]
    public void Report_OfATextThatTheCentreDoesNotHave_ClaimsItAgain(CallEnd end)
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);

        lane.Report(lane.Ended(lane.PullTexts()[0], end));

        Assert.Equal(2, Assert.Single(lane.PullTexts()).Attempt);
    }

    [Fact]
    public void Report_RefusedForNowTooOften_GivesUp()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);
        for (var times = 0; times <= DeliveryResultPolicy.MostTurnedAway; times++)
        {
            lane.Report(lane.Ended(Assert.Single(lane.PullTexts()), CallEnd.RefusedForNow));
        }

        Assert.Equal(DeliveryResult.CarrierFailed, lane.SmsResultOf(1));
    }

    [Fact]
    public void Crash_BetweenClaimAndAcknowledgement_IsUnknownAndNeverSentAgain()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1, 2);
        var orders = lane.PullTexts(1);

        lane.Crash();

        Assert.Equal(DeliveryResult.Unknown, lane.SmsResultOf(1));
        Assert.Equal(LaneBench.Person(2), Assert.Single(lane.PullTexts()).ParticipantId);

        // The acknowledgement that was on its way after all says more.
        lane.Report(lane.Accepted(orders[0], "a"));
        Assert.Equal(DeliveryResult.ToCarrier, lane.SmsResultOf(1));
        Assert.Equal(1, lane.Totals.Contacted);
    }

    [Fact]
    public void Review_TextThatItsLivingDialerNeverGot_IsClaimedAgain()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);
        var first = lane.PullTexts()[0];

        lane.Store.Apply(lane.Ledger.NeverLeft([lane.Book.Find(first.ParticipantId, 1, Medium.Sms)!], lane.Now));

        Assert.Equal(2, Assert.Single(lane.PullTexts()).Attempt);
        lane.Report(lane.Accepted(first, "late"));
        Assert.Equal(DeliveryResult.None, lane.SmsResultOf(1));
    }

    [Fact]
    public void Receive_LateAndTwice_RaisesTheResultOnce()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);
        var order = lane.PullTexts()[0];
        lane.Report(lane.Accepted(order, "a"));

        lane.Receive(order, DeliveryResult.Undelivered);
        lane.Receive(order, DeliveryResult.ToHandset);
        lane.Receive(order, DeliveryResult.ToHandset);
        lane.Receive(order, DeliveryResult.ExpiredAtCarrier);

        Assert.Equal(DeliveryResult.ToHandset, lane.SmsResultOf(1));
        Assert.Equal(1, lane.Totals.Reached);
        Assert.Equal(2, lane.Store.Log.Count(entry => entry.Type == LaneLogType.Receipt));
        Assert.Equal(1, lane.Totals.Results.Values.Sum());
    }

    /// <summary>What is told once and not taken would be told never more: its relay has to keep it.</summary>
    [Fact]
    public void Receive_BeforeTheEndOfItsTextIsKnown_IsEarlyUntilItIs()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);
        var order = lane.PullTexts()[0];
        ReceiptReport[] receipts = [new(order.ParticipantId, order.Message, Medium.Sms, order.Attempt, DeliveryResult.ToHandset, lane.Now)];

        Assert.Null(lane.Ledger.Receive(receipts, lane.Now));
        Assert.True(lane.Ledger.AreEarly(receipts));
        Assert.False(lane.Ledger.AreEarly([receipts[0] with { Attempt = order.Attempt + 1 }]));

        lane.Report(lane.Accepted(order, "a"));
        lane.Receive(order, DeliveryResult.ToHandset);
        Assert.False(lane.Ledger.AreEarly(receipts));
        Assert.Equal(DeliveryResult.ToHandset, lane.SmsResultOf(1));
    }

    [Fact]
    public void Receive_ForAnUnknownText_MakesItsPersonContacted()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1);
        var order = lane.PullTexts()[0];
        lane.Crash();
        Assert.Equal(0, lane.Totals.Contacted);

        lane.Receive(order, DeliveryResult.ToHandset);

        Assert.Equal((1, 1), (lane.Totals.Contacted, lane.Totals.Reached));
        lane.Crash();
        Assert.Equal((1, 1), (lane.Totals.Contacted, lane.Totals.Reached));
    }

    [Theory]
    [InlineData(CallEnd.RingLimit, 0, true)]
    [InlineData(CallEnd.Rejected, 486, true)]
    [InlineData(CallEnd.Rejected, 500, true)]
    [InlineData(CallEnd.Rejected, 404, false)]
    [InlineData(CallEnd.Rejected, 603, false)]
    [InlineData(CallEnd.CancelledByStop, 0, false)]
    [InlineData(CallEnd.HungUpByPeer, 200, false)]
    public void End_OfACallThatMayBeFollowedByAnSms_SendsOneWhereNobodyWasReached(CallEnd end, int status, bool expected)
    {
        var lane = new LaneBench(LaneTerms.Once with { Reach = new MessageReach(Voice, Sms) });
        lane.AddReachable(Voice | Sms, 1);
        lane.AddReachable(Voice, 2);
        Assert.Empty(lane.PullTexts());

        lane.Report([.. lane.Pull().Select(order => lane.Ended(order, end, status))]);

        Assert.Equal(expected ? [LaneBench.Person(1)] : [], lane.PullTexts().Select(order => order.ParticipantId));
        lane.Crash();
        Assert.Empty(lane.PullTexts());
    }

    [Fact]
    public void End_OfATryThatIsFollowedByAnother_SendsNoSmsYet()
    {
        var lane = new LaneBench(new LaneTerms([TimeSpan.FromMinutes(1)], null) with { Reach = new MessageReach(Voice, Sms) });
        lane.AddReachable(Voice | Sms, 1);
        lane.Report(lane.Ended(lane.Pull()[0], CallEnd.RingLimit));
        Assert.Empty(lane.PullTexts());

        lane.Now += TimeSpan.FromMinutes(2);
        lane.Report(lane.Ended(lane.Pull()[0], CallEnd.RingLimit));

        Assert.Single(lane.PullTexts());
    }

    [Fact]
    public void Stop_WhileTextsWait_SettlesThemAndSendsNoneInstead()
    {
        var lane = new LaneBench(LaneTerms.Once with { Reach = new MessageReach(Voice | Sms, ContactChannels.None) });
        lane.AddReachable(Voice | Sms, 1);

        lane.Stop();

        Assert.Equal((DeliveryResult.NotAttemptedStopped, DeliveryResult.NotAttemptedStopped), (lane.SmsResultOf(1), lane.ResultOf(1, 1)));
        Assert.Empty(lane.PullTexts());
    }

    [Fact]
    public void Enlist_Outcome_GoesToWhomATextWasAccepted()
    {
        var lane = Lane(Sms);
        lane.AddReachable(Sms, 1, 2);
        var orders = lane.PullTexts();
        lane.Report(lane.Accepted(orders[0], "a"));
        lane.Report(lane.Ended(orders[1], CallEnd.NoSuchAddress));

        lane.Enlist(LaneBench.Message(2, MessageKind.Outcome) with { Reach = new MessageReach(Sms, ContactChannels.None) });

        Assert.Equal([(LaneBench.Person(1), 2)], lane.PullTexts().Select(order => (order.ParticipantId, order.Message)));
    }

    [Fact]
    public void Enlist_UpdateByBoth_WaitsForEachMediumOnItsOwn()
    {
        var lane = Lane(Voice | Sms);
        lane.AddReachable(Voice | Sms, 1);
        var call = lane.Pull()[0];
        lane.Report(lane.Accepted(lane.PullTexts()[0], "a"));

        lane.Enlist(LaneBench.Message(2, MessageKind.Update) with { Reach = new MessageReach(Voice | Sms, ContactChannels.None) });

        Assert.Equal(2, Assert.Single(lane.PullTexts()).Message);
        Assert.Empty(lane.Pull());
        lane.Report(lane.Heard(call));
        Assert.Equal(2, Assert.Single(lane.Pull()).Message);
    }

    private static LaneBench Lane(ContactChannels media) =>
        new(LaneTerms.Once with { Reach = new MessageReach(media, ContactChannels.None) });
}
