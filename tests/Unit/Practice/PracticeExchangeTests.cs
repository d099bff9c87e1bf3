using Burgernet.Practice;
using Burgernet.Sip;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Practice;

public sealed class PracticeExchangeTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private PracticeExchange? _exchange;

    public ValueTask DisposeAsync() => _exchange?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public void Phone_Listens_RingsAnswersAndStaysUntilCallerHangsUp()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Listens);
        Assert.Equal("", call.Acts);
        _time.Advance(phone.SetUp);
        Assert.Equal("180", call.Acts);
        _time.Advance(phone.AnswersAfter - TimeSpan.FromMilliseconds(10));
        Assert.Equal("180", call.Acts);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal("180 200", call.Acts);
        call.Tell(SipIncomingCallNews.Acknowledged);
        Assert.Null(call.Greeting);
        for (var second = 0; second < 90; second++)
        {
            call.Packets += 50;
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("180 200", call.Acts);
        call.Tell(SipIncomingCallNews.HungUpByPeer);

        var record = Assert.Single(_exchange!.Records);
        Assert.Equal(PracticeCallEnder.Caller, record.EndedBy);
        Assert.Equal(200, record.FinalStatus);
        Assert.Equal(4_500, record.RtpPackets);
        Assert.Equal(TimeSpan.FromSeconds(90), record.Heard);
        Assert.Equal(phone.SetUp, record.Ringing!.Value.Monotonic - record.Invited.Monotonic);
        Assert.Equal(phone.AnswersAfter, record.Answered!.Value.Utc - record.Ringing.Value.Utc);
        Assert.Equal(TimeSpan.FromSeconds(90), record.Ended!.Value.Utc - record.Answered.Value.Utc);
        Assert.Null(record.Refusal);
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Phone_HangsUpEarly_SendsByeAfterItsSeconds()
    {
        var (call, phone) = DialAndConnect(PracticePhoneBehaviour.HangsUpEarly);
        _time.Advance(phone.ActsAfter - TimeSpan.FromMilliseconds(10));
        Assert.Equal("180 200", call.Acts);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal("180 200 bye", call.Acts);
        call.Tell(SipIncomingCallNews.HungUpByUs);
        Assert.Equal(PracticeCallEnder.Phone, Assert.Single(_exchange!.Records).EndedBy);
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Phone_PressesOne_PressesOnceAndStays()
    {
        var (call, phone) = DialAndConnect(PracticePhoneBehaviour.PressesOne);
        _time.Advance(phone.ActsAfter);
        Assert.Equal("180 200 key:1", call.Acts);
        call.Packets = 100;
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("180 200 key:1", call.Acts);
        call.Tell(SipIncomingCallNews.HungUpByPeer);
        var record = Assert.Single(_exchange!.Records);
        Assert.Equal(("1", PracticeCallEnder.Caller), (record.Keys, record.EndedBy));
    }

    [Fact]
    public void Phone_Busy_IsRefusedWithoutRinging()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Busy);
        _time.Advance(phone.SetUp);
        Assert.Equal("486", call.Acts);
        var record = Assert.Single(_exchange!.Records);
        Assert.Equal((486, PracticeCallEnder.Phone), (record.FinalStatus, record.EndedBy));
        Assert.Null(record.Ringing);
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Phone_Unreachable_IsRefusedAtOnce()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Unreachable);
        Assert.Equal($"{phone.StatusCode}", call.Acts);
        Assert.Equal(phone.StatusCode, Assert.Single(_exchange!.Records).FinalStatus);
    }

    [Fact]
    public void Phone_NoAnswer_RingsUntilCancelled()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.NoAnswer);
        _time.Advance(phone.SetUp);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("180", call.Acts);
        call.Tell(SipIncomingCallNews.Cancelled);
        var record = Assert.Single(_exchange!.Records);
        Assert.Equal((487, PracticeCallEnder.Caller), (record.FinalStatus, record.EndedBy));
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("180", call.Acts);
    }

    [Fact]
    public void Phone_NoAnswerAndCallerDied_IsGivenUpByCarrier()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.NoAnswer);
        _time.Advance(phone.SetUp);
        _time.Advance(TimeSpan.FromSeconds(181));
        Assert.Equal("180 480", call.Acts);
        var record = Assert.Single(_exchange!.Records);
        Assert.Equal((PracticeCallEnder.Carrier, PracticeRefusal.RangTooLong), (record.EndedBy, record.Refusal));
    }

    [Fact]
    public void Phone_Voicemail_AnswersAndListens()
    {
        var (call, _) = DialAndConnect(PracticePhoneBehaviour.Voicemail);
        Assert.Equal("180 200", call.Acts);
        Assert.Equal(PracticePhoneBehaviour.Voicemail, Assert.Single(_exchange!.Records).Behaviour);
    }

    [Fact]
    public void Phone_CancelledWhileSettingUp_NeverRings()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Listens);
        call.Tell(SipIncomingCallNews.Cancelled);
        _time.Advance(phone.SetUp + phone.AnswersAfter);
        Assert.Equal("", call.Acts);
        Assert.Equal(0, _exchange!.ChannelsInUse);
    }

    [Fact]
    public void Phone_CancelCrossesAnswer_CountsAsNotAnswered()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Listens);
        _time.Advance(phone.SetUp);
        _time.Advance(phone.AnswersAfter);
        call.Tell(SipIncomingCallNews.Cancelled);
        var record = Assert.Single(_exchange!.Records);
        Assert.Null(record.Answered);
        Assert.Equal(487, record.FinalStatus);
        Assert.Equal(0, _exchange.Totals.Answered);
    }

    [Fact]
    public void Phone_AnswerNeverAcknowledged_FreesChannel()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Listens);
        _time.Advance(phone.SetUp);
        _time.Advance(phone.AnswersAfter);
        call.Tell(SipIncomingCallNews.NotAcknowledged);
        Assert.Equal(PracticeRefusal.NotAcknowledged, Assert.Single(_exchange!.Records).Refusal);
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Phone_CallerDiedInMiddleOfMessage_IsHungUpByCarrier()
    {
        var (call, _) = DialAndConnect(PracticePhoneBehaviour.Listens);
        call.Packets = 500;
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("180 200", call.Acts);
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("180 200 bye", call.Acts);
        var record = Assert.Single(_exchange!.Records);
        Assert.Equal((PracticeCallEnder.Carrier, PracticeRefusal.Silence), (record.EndedBy, record.Refusal));
    }

    [Fact]
    public void Phone_NewsAfterItsEnd_ChangesNothing()
    {
        var (call, phone) = DialAndConnect(PracticePhoneBehaviour.HangsUpEarly);
        _time.Advance(phone.ActsAfter);
        var before = Assert.Single(_exchange!.Records);
        call.Tell(SipIncomingCallNews.HungUpByPeer);
        call.Tell(SipIncomingCallNews.HungUpByUs);
        Assert.Equal(before, Assert.Single(_exchange.Records));
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Invite_NotPracticeNumber_Is404AndMaskedViolation()
    {
        Open(new PracticeCarrierOptions());
        var call = new FakeIncomingCall("+31000000000");
        _exchange!.OnInvite(call);
        Assert.Equal("404", call.Acts);
        var record = Assert.Single(_exchange.Records);
        Assert.Equal(("+31000xxxxxx", PracticeRefusal.NotPracticeNumber), (record.Called, record.Refusal));
        Assert.Equal(1, _exchange.Totals.Violations);
        Assert.Equal(0, _exchange.ChannelsInUse);
    }

    [Fact]
    public void Invite_ChannelsFull_Is503WithRetryAfterAndOnRecord()
    {
        Open(new PracticeCarrierOptions { Channels = 2, Mix = PracticeMix.Only(PracticePhoneBehaviour.NoAnswer) });
        var calls = Enumerable.Range(0, 3).Select(i => new FakeIncomingCall(PracticeNumbers.Format(i), $"call-{i}")).ToArray();
        Array.ForEach(calls, _exchange!.OnInvite);
        Assert.Equal(["", "", "503/2"], calls.Select(c => c.Acts), StringComparer.Ordinal);
        Assert.Equal((2, 1), (_exchange.Peaks.Channels, _exchange.Totals.RefusedChannels));
        Assert.Equal([1, 2, 2], _exchange.Records.Select(r => r.ChannelsAtStart));
        Assert.Equal([null, null, PracticeRefusal.ChannelsFull], _exchange.Records.Select(r => r.Refusal));

        calls[0].Tell(SipIncomingCallNews.Cancelled);
        var next = new FakeIncomingCall(PracticeNumbers.Format(9));
        _exchange.OnInvite(next);
        Assert.Equal("", next.Acts);
    }

    [Fact]
    public void Invite_TooManyInOneSecond_Is503WithRetryAfterOne()
    {
        Open(new PracticeCarrierOptions { CallsPerSecond = 3, Mix = PracticeMix.Only(PracticePhoneBehaviour.NoAnswer) });
        var calls = Enumerable.Range(0, 4).Select(i => new FakeIncomingCall(PracticeNumbers.Format(i), $"call-{i}")).ToArray();
        Array.ForEach(calls, _exchange!.OnInvite);
        Assert.Equal(["", "", "", "503/1"], calls.Select(c => c.Acts), StringComparer.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(1));
        var next = new FakeIncomingCall(PracticeNumbers.Format(9));
        _exchange.OnInvite(next);
        Assert.Equal("", next.Acts);
        Assert.Equal(new PracticePeaks(4, 4, 3), _exchange.Peaks);
        Assert.Equal(1, _exchange.Totals.RefusedRate);
    }

    [Fact]
    public void Exchange_ThousandsOfCallsAtOnce_EachFollowsItsPhone()
    {
        const int Count = 5_000;
        Open(
            new PracticeCarrierOptions
            {
                Channels = Count,
                CallsPerSecond = Count,
                FirstMediaPort = 10_000,
                LastMediaPort = 30_000,
            }
        );
        var calls = Enumerable.Range(0, Count).Select(i => new FakeIncomingCall(PracticeNumbers.Format(i), $"call-{i}")).ToArray();
        Array.ForEach(calls, _exchange!.OnInvite);
        for (var step = 0; step < 90; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        for (var i = 0; i < Count; i++)
        {
            var expected = PracticePhonePolicy.For(PracticeNumbers.Format(i), 2012) switch
            {
                { Behaviour: PracticePhoneBehaviour.NoAnswer } => "180",
                { StatusCode: 200 } => "180 200",
                var phone => $"{phone.StatusCode}",
            };
            Assert.Equal(expected, calls[i].Acts);
        }

        Assert.Equal(Count, _exchange.Peaks.Channels + _exchange.Records.Count(r => r.Behaviour == PracticePhoneBehaviour.Unreachable));
    }

    [Fact]
    public void Exchange_Pace_ScalesPhone()
    {
        var (call, phone) = Dial(PracticePhoneBehaviour.Listens, pace: 0.1);
        _time.Advance(phone.SetUp * 0.1);
        _time.Advance(phone.AnswersAfter * 0.1);
        Assert.Equal("180 200", call.Acts);
    }

    [Fact]
    public void Invite_WhileItTurnsAway_Is503WithoutAChannelAndCallsThatGoOnStay()
    {
        Open(new PracticeCarrierOptions { Mix = PracticeMix.Only(PracticePhoneBehaviour.NoAnswer) });
        var calls = Enumerable.Range(0, 3).Select(i => new FakeIncomingCall(PracticeNumbers.Format(i), $"call-{i}")).ToArray();
        _exchange!.OnInvite(calls[0]);
        _exchange.TurnsAway = true;
        _exchange.OnInvite(calls[1]);
        _exchange.TurnsAway = false;
        _exchange.OnInvite(calls[2]);
        Assert.Equal(["", "503", ""], calls.Select(call => call.Acts), StringComparer.Ordinal);
        Assert.Equal([null, PracticeRefusal.OutOfService, null], _exchange.Records.OrderBy(r => r.Sequence).Select(r => r.Refusal));
        Assert.Equal(2, _exchange.ChannelsInUse);
    }

    [Fact]
    public async Task Stop_RingingAndAnswered_RefusesOneAndLetsOtherFinish()
    {
        var ct = TestContext.Current.CancellationToken;
        var (answered, _) = DialAndConnect(PracticePhoneBehaviour.Listens);
        var ringing = new FakeIncomingCall(PracticeNumbers.Format(1), "call-2");
        _exchange!.OnInvite(ringing);
        var stop = _exchange.StopAsync(TimeSpan.FromSeconds(10), ct);
        Assert.Equal("503", ringing.Acts);
        Assert.Equal("180 200", answered.Acts);
        Assert.False(stop.IsCompleted);

        var late = new FakeIncomingCall(PracticeNumbers.Format(2), "call-3");
        _exchange.OnInvite(late);
        Assert.Equal("503", late.Acts);

        answered.Tell(SipIncomingCallNews.HungUpByPeer);
        await stop.WaitAsync(TimeSpan.FromSeconds(30), ct);
        Assert.Equal("180 200", answered.Acts);
        Assert.All(_exchange.Records, record => Assert.NotNull(record.Ended));
    }

    [Fact]
    public async Task Stop_GracePassed_HangsUp()
    {
        var ct = TestContext.Current.CancellationToken;
        var (answered, _) = DialAndConnect(PracticePhoneBehaviour.Listens);
        var stop = _exchange!.StopAsync(TimeSpan.FromSeconds(10), ct);
        _time.Advance(TimeSpan.FromSeconds(10));
        await stop.WaitAsync(TimeSpan.FromSeconds(30), ct);
        Assert.Equal("180 200 bye", answered.Acts);
        Assert.Equal(PracticeRefusal.Stopping, Assert.Single(_exchange.Records).Refusal);
    }

    [Fact]
    public void Records_MoreThanKept_DropsOldest()
    {
        Open(new PracticeCarrierOptions { RecordsInMemory = 3 });
        for (var i = 0; i < 5; i++)
        {
            _exchange!.OnInvite(new FakeIncomingCall("112", $"call-{i}"));
        }

        Assert.Equal(["call-2", "call-3", "call-4"], _exchange!.Records.Select(r => r.CallId), StringComparer.Ordinal);
        Assert.Equal(5, _exchange.Totals.Invites);
    }

    private void Open(PracticeCarrierOptions options) => _exchange = new PracticeExchange(options, _time, greeting: null);

    private (FakeIncomingCall Call, PracticePhone Phone) Dial(PracticePhoneBehaviour behaviour, double pace = 1)
    {
        var options = new PracticeCarrierOptions { Mix = PracticeMix.Only(behaviour), Pace = pace };
        Open(options);
        var call = new FakeIncomingCall(PracticeNumbers.Format(0));
        _exchange!.OnInvite(call);
        return (call, PracticePhonePolicy.For(0, options.Seed, options.Mix, options.Delays));
    }

    private (FakeIncomingCall Call, PracticePhone Phone) DialAndConnect(PracticePhoneBehaviour behaviour)
    {
        var (call, phone) = Dial(behaviour);
        _time.Advance(phone.SetUp);
        _time.Advance(phone.AnswersAfter);
        call.Tell(SipIncomingCallNews.Acknowledged);
        return (call, phone);
    }
}
