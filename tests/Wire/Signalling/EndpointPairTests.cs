using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

public sealed class EndpointPairTests
{
    [Fact]
    public async Task Call_AnsweredToTheEnd_PlaysEveryPacketAndHangsUp()
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                call.Ring();
                call.Answer();
            },
        };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();

        pair.Call(owner, message: 1.0);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal(SipCallEnd.HungUpByUs, ended.End);
        Assert.Equal(TimeSpan.FromSeconds(1), ended.Played);
        Assert.Equal(
            [SipCallNewsKind.Sent, SipCallNewsKind.Ringing, SipCallNewsKind.Answered, SipCallNewsKind.MessagePlayed, SipCallNewsKind.Ended],
            owner.News.Select(news => news.Kind)
        );
        await phone.Expect(SipIncomingCallNews.HungUpByPeer);
        Assert.Equal(50, phone.LastCall!.RtpPacketsReceived);
        Assert.Equal(8_000, phone.LastCall.RtpBytesReceived);
        Assert.Equal("+31970100200", phone.LastCall.CalledNumber);
        Assert.Equal(0, pair.Caller.ActiveCalls);
    }

    [Fact]
    public async Task Call_KeyPressedWhileItPlays_IsHeardOnce()
    {
        var phone = new Phone
        {
            OnCall = call => call.Answer(),
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.Acknowledged)
                {
                    call.SendKey('1');
                    call.SendKey('1');
                    call.SendKey('#');
                }
            },
        };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();

        pair.Call(owner, message: 1.5);

        await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal("11#", string.Concat(owner.News.Where(news => news.Kind == SipCallNewsKind.Key).Select(news => news.Key)));
    }

    [Fact]
    public async Task Call_PeerHangsUpEarly_EndsWithWhatWasPlayed()
    {
        var phone = new Phone { OnCall = call => call.Answer(), OnEach = (call, news) => HangUpOn(call, news) };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();

        pair.Call(owner, message: 5);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal(SipCallEnd.HungUpByPeer, ended.End);
        Assert.True(ended.Played < TimeSpan.FromSeconds(1));
        await phone.Expect(SipIncomingCallNews.HungUpByUs);
    }

    [Fact]
    public async Task Call_Busy_IsRejectedWithItsCode()
    {
        await using var pair = new Pair(new Phone { OnCall = call => call.Reject(486) });
        var owner = new RecordingOwner();

        pair.Call(owner, message: 1);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Rejected, 486), (ended.End, ended.StatusCode));
    }

    [Fact]
    public async Task Call_CarrierAsksToWait_TellsRetryAfter()
    {
        await using var pair = new Pair(new Phone { OnCall = call => call.Reject(503, 17) });
        var owner = new RecordingOwner();

        pair.Call(owner, message: 1);

        Assert.Equal(17, (await owner.Expect(SipCallNewsKind.Ended)).RetryAfterSeconds);
    }

    [Fact]
    public async Task Call_RingsTooLong_IsCancelled()
    {
        var phone = new Phone { OnCall = call => call.Ring() };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();

        pair.Call(owner, message: 1, ringLimit: TimeSpan.FromMilliseconds(300));

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.RingLimit, 487), (ended.End, ended.StatusCode));
        await phone.Expect(SipIncomingCallNews.Cancelled);
    }

    [Fact]
    public async Task Call_EndedWhileRinging_IsCancelled()
    {
        await using var pair = new Pair(new Phone { OnCall = call => call.Ring() });
        var owner = new RecordingOwner();

        var id = pair.Call(owner, message: 1);
        await owner.Expect(SipCallNewsKind.Ringing);
        pair.Caller.End(id);

        Assert.Equal(SipCallEnd.Cancelled, (await owner.Expect(SipCallNewsKind.Ended)).End);
    }

    [Fact]
    public async Task Call_OwnerSaysNo_SendsNothing()
    {
        var phone = new Phone { OnCall = call => call.Answer() };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner { Allows = false };

        pair.Call(owner, message: 1);

        Assert.Equal(SipCallEnd.Withheld, (await owner.Expect(SipCallNewsKind.Ended)).End);
        Assert.Single(owner.News);
        Assert.Null(phone.LastCall);
    }

    [Fact]
    public async Task Stop_WithOneRingingAndOneAnswered_CancelsTheOneAndLetsTheOtherFinish()
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                call.Ring();
                if (call.CalledNumber.EndsWith('1'))
                {
                    call.Answer();
                }
            },
        };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();
        pair.Call(owner, message: 1, to: "+31970100201", tag: 1);
        pair.Call(owner, message: 1, to: "+31970100202", tag: 2);
        await owner.Expect(SipCallNewsKind.Answered, tag: 1);
        await owner.Expect(SipCallNewsKind.Ringing, tag: 2);

        await pair.Caller.StopAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(SipCallEnd.HungUpByUs, (await owner.Expect(SipCallNewsKind.Ended, tag: 1)).End);
        Assert.Equal(TimeSpan.FromSeconds(1), (await owner.Expect(SipCallNewsKind.Ended, tag: 1)).Played);
        Assert.Equal(SipCallEnd.Cancelled, (await owner.Expect(SipCallNewsKind.Ended, tag: 2)).End);
        pair.Call(owner, message: 1, tag: 3);
        Assert.Equal(SipCallEnd.Withheld, (await owner.Expect(SipCallNewsKind.Ended, tag: 3)).End);
    }

    [Fact]
    public async Task Stop_Aborted_HangsUpAtOnce()
    {
        await using var pair = new Pair(new Phone { OnCall = call => call.Answer() });
        var owner = new RecordingOwner();
        pair.Call(owner, message: 30);
        await owner.Expect(SipCallNewsKind.Answered);
        using var abort = new CancellationTokenSource();

        var stop = pair.Caller.StopAsync(TimeSpan.FromSeconds(60), abort.Token);
        await abort.CancelAsync();
        await stop;

        Assert.Equal(SipCallEnd.HungUpByUs, (await owner.Expect(SipCallNewsKind.Ended)).End);
    }

    [Fact]
    public async Task Calls_TwoHundredAtOnce_AllPlayEveryPacket()
    {
        var packets = 0L;
        var ended = new CountdownEvent(200);
        var phone = new Phone
        {
            OnCall = call => call.Answer(),
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.HungUpByPeer)
                {
                    Interlocked.Add(ref packets, call.RtpPacketsReceived);
                    ended.Signal();
                }
            },
        };
        await using var pair = new Pair(phone);
        var owner = new RecordingOwner();
        for (var i = 1; i <= 200; i++)
        {
            pair.Call(owner, message: 1, tag: i);
        }

        for (var i = 1; i <= 200; i++)
        {
            Assert.Equal(SipCallEnd.HungUpByUs, (await owner.Expect(SipCallNewsKind.Ended, tag: i)).End);
        }

        Assert.True(ended.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), "the phones did not see all hang-ups");
        Assert.Equal(200 * 50, packets);
    }

    private static void HangUpOn(SipIncomingCall call, SipIncomingCallNews news)
    {
        if (news == SipIncomingCallNews.Acknowledged)
        {
            call.HangUp();
        }
    }

    private sealed class Pair : IAsyncDisposable
    {
        private readonly SipEndpoint _answerer;
        private readonly SipTrunk _trunk;

        public Pair(Phone phone)
        {
            _answerer = SipEndpoint.Start(new SipEndpointOptions { IncomingCalls = phone }.OnOwnPorts());
            Caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
            _trunk = Caller.AddTrunk(new SipTrunkOptions { Name = "pair", Peer = _answerer.LocalEndPoint });
        }

        public SipEndpoint Caller { get; }

        public SipCallId Call(RecordingOwner owner, double message, string to = "+31970100200", TimeSpan? ringLimit = null, long tag = 1) =>
            Caller.PlaceCall(
                new SipCallRequest
                {
                    Trunk = _trunk,
                    To = to,
                    Message = Tone.Message(message),
                    RingLimit = ringLimit ?? TimeSpan.FromSeconds(30),
                    Tag = tag,
                    Owner = owner,
                }
            );

        public async ValueTask DisposeAsync()
        {
            await Caller.DisposeAsync();
            await _answerer.DisposeAsync();
        }
    }
}
