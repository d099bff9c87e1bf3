using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>sipp calls, we answer.</summary>
public sealed class SippCallsTests
{
    [Fact]
    public async Task Caller_HangsUp_SeesTheWholeCall()
    {
        var phone = Ringing(call => call.Answer(Tone.Message(1)));
        await Play("uac-call.xml", phone, SipIncomingCallNews.HungUpByPeer, atLeast: 6);
        Assert.Equal("0570", phone.LastCall!.CallingNumber);
        Assert.Equal("112", phone.LastCall.CalledNumber);
    }

    [Fact]
    public async Task Caller_LosesOurAnswer_GetsItAgain() =>
        await Play("uac-no-ack.xml", Ringing(call => call.Answer()), SipIncomingCallNews.HungUpByPeer, atLeast: 7);

    [Fact]
    public async Task Caller_Refused_Acknowledges() =>
        await Play("uac-rejected.xml", new Phone { OnCall = call => call.Reject(486) }, expected: null, atLeast: 4);

    [Fact]
    public async Task Caller_Cancels_GetsBothAnswers() =>
        await Play("uac-cancel.xml", Ringing(_ => { }), SipIncomingCallNews.Cancelled, atLeast: 7);

    [Fact]
    public async Task Caller_IsHungUpOn_AnswersOurBye()
    {
        var phone = new Phone
        {
            OnCall = call => call.Answer(),
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.Acknowledged)
                {
                    call.HangUp();
                }
            },
        };
        await Play("uac-hung-up.xml", phone, SipIncomingCallNews.HungUpByUs, atLeast: 6);
    }

    [Fact]
    public async Task Caller_NeverAcknowledgesButHangsUp_IsAnswered() =>
        await Play("uac-bye-before-ack.xml", Ringing(call => call.Answer()), SipIncomingCallNews.HungUpByPeer, atLeast: 5);

    [Fact]
    public async Task Caller_WithoutOffer_GetsOursAndAnswersInItsAck()
    {
        var phone = Ringing(call => call.Answer(Tone.Message(1)));
        await Play("uac-no-offer.xml", phone, SipIncomingCallNews.HungUpByPeer, atLeast: 6);
    }

    [Fact]
    public async Task Caller_ChangesTheSession_GetsAnAnswerToEachOffer() =>
        await Play("uac-change.xml", Ringing(call => call.Answer()), SipIncomingCallNews.HungUpByPeer, atLeast: 24);

    [Fact]
    public async Task Caller_ChangesTheSessionBeforeWeAnswer_IsToldToWait() =>
        await Play("uac-early-change.xml", Ringing(_ => { }), SipIncomingCallNews.Cancelled, atLeast: 12);

    [Fact]
    public async Task Caller_WithRequestsThatBeginNoCall_GetsEachItsAnswer() =>
        await Play("uac-odd-requests.xml", new Phone { OnCall = _ => Assert.Fail("a call began") }, expected: null, atLeast: 35);

    [Fact]
    public async Task Caller_BehindProxies_IsHungUpThroughThem()
    {
        var phone = new Phone
        {
            OnCall = call => call.Answer(),
            OnEach = (call, news) =>
            {
                if (news == SipIncomingCallNews.Acknowledged)
                {
                    call.HangUp();
                }
            },
        };
        await Play("uac-route.xml", phone, SipIncomingCallNews.HungUpByUs, atLeast: 6);
    }

    private static Phone Ringing(Action<SipIncomingCall> then) =>
        new()
        {
            OnCall = call =>
            {
                call.Ring();
                then(call);
            },
        };

    private static async Task Play(string scenario, Phone phone, SipIncomingCallNews? expected, int atLeast)
    {
        await using var endpoint = SipEndpoint.Start(new SipEndpointOptions { IncomingCalls = phone }.OnOwnPorts());
        await using var capture = await Capture.StartSipIfAllowed(endpoint.LocalEndPoint.Port);
        await using var sipp = Sipp.Call($"Wire/Sipp/{scenario}", endpoint.LocalEndPoint, "-s", "112");
        await sipp.ExpectSuccess();
        if (expected is { } news)
        {
            await phone.Expect(news);
        }

        await capture.ExpectNoErrors(atLeast);
        Assert.Equal(0, endpoint.ActiveCalls);
    }
}
