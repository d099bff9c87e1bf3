using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>We call, sipp answers.</summary>
public sealed class SippAnswersTests
{
    [Theory]
    [InlineData("uas-answer.xml")]
    [InlineData("uas-early-media.xml")]
    [InlineData("uas-record-route.xml")]
    [InlineData("uas-forked-200.xml")]
    [InlineData("uas-reinvite.xml")]
    public async Task Call_Answered_PlaysTheMessageAndHangsUp(string scenario)
    {
        await using var run = await Run.Start(scenario, "-rtp_echo");

        run.Call(message: 1);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.HungUpByUs, TimeSpan.FromSeconds(1)), (ended.End, ended.Played));
        Assert.Contains(run.Owner.News, news => news.Kind == SipCallNewsKind.Ringing);
        Assert.Equal(50, run.Caller.MediaMeters.RtpSent);
        await run.ExpectClean(atLeast: 6);
    }

    [Fact]
    public async Task Call_Answered_RtpReachesSippAndComesBack()
    {
        await using var run = await Run.Start("uas-answer.xml", "-rtp_echo");

        run.Call(message: 2, linger: TimeSpan.FromMilliseconds(300));

        await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal(100, run.Caller.MediaMeters.RtpSent);
        Assert.Equal(100, run.Caller.MediaMeters.RtpReceived);
        await run.ExpectClean(atLeast: 6);
    }

    [Theory]
    [InlineData("uas-ring-cancel.xml", 487)]
    [InlineData("uas-answer-after-cancel.xml", 200)]
    public async Task Call_CancelledWhileRinging_EndsWhateverTheAnswer(string scenario, int code)
    {
        await using var run = await Run.Start(scenario);

        var id = run.Call(message: 1);
        await run.Owner.Expect(SipCallNewsKind.Ringing);
        run.Caller.End(id);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Cancelled, code), (ended.End, ended.StatusCode));
        Assert.DoesNotContain(run.Owner.News, news => news.Kind == SipCallNewsKind.Answered);
        await run.ExpectClean(atLeast: 6);
    }

    [Fact]
    public async Task Call_PeerHangsUp_EndsAtOnce()
    {
        await using var run = await Run.Start("uas-bye.xml");

        run.Call(message: 10);

        Assert.Equal(SipCallEnd.HungUpByPeer, (await run.Owner.Expect(SipCallNewsKind.Ended)).End);
        await run.ExpectClean(atLeast: 6);
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly Sipp _sipp;
        private readonly Capture _capture;
        private readonly SipTrunk _trunk;

        private Run(Sipp sipp, SipEndpoint caller, Capture capture)
        {
            _sipp = sipp;
            _capture = capture;
            Caller = caller;
            _trunk = caller.AddTrunk(new SipTrunkOptions { Name = "sipp", Peer = sipp.EndPoint });
        }

        public SipEndpoint Caller { get; }

        public RecordingOwner Owner { get; } = new();

        public static async Task<Run> Start(string scenario, params string[] more)
        {
            // Nothing is lost here, and an INVITE that comes twice in the middle of a scenario makes sipp give the call up.
            var caller = SipEndpoint.Start(new SipEndpointOptions { T1 = TimeSpan.FromSeconds(2) }.OnOwnPorts());
            var capture = await Capture.StartSipIfAllowed(caller.LocalEndPoint.Port);
            var run = new Run(Sipp.Answer($"Wire/Sipp/{scenario}", more), caller, capture);
            try
            {
                await run._sipp.TakesDatagrams();
                return run;
            }
            catch
            {
                await run.DisposeAsync();
                throw;
            }
        }

        public SipCallId Call(double message, TimeSpan linger = default, long tag = 1) =>
            Caller.PlaceCall(
                new SipCallRequest
                {
                    Trunk = _trunk,
                    To = "+31970100200",
                    From = "0570123456",
                    Message = Tone.Message(message),
                    RingLimit = TimeSpan.FromSeconds(30),
                    LingerAfterMessage = linger,
                    Tag = tag,
                    Owner = Owner,
                }
            );

        public async Task<string> ExpectClean(int atLeast)
        {
            await _sipp.ExpectSuccess();
            return await _capture.ExpectNoErrors(atLeast);
        }

        public async ValueTask DisposeAsync()
        {
            await _sipp.DisposeAsync();
            await Caller.DisposeAsync();
            await _capture.DisposeAsync();
        }
    }
}
