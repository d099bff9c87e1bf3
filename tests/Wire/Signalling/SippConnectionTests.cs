using System.Net;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>sipp over TCP, as the side that answers and as the one that calls: with one connection for all (t1), and with one a call (tn). tshark judges all of it at the end.</summary>
public sealed class SippConnectionTests(TcpCapture capture) : IClassFixture<TcpCapture>
{
    [Theory]
    [InlineData("uas-answer.xml", "t1")]
    [InlineData("uas-answer.xml", "tn")]
    [InlineData("uas-early-media.xml", "t1")]
    [InlineData("uas-record-route.xml", "t1")]
    [InlineData("uas-forked-200.xml", "t1")]
    [InlineData("uas-reinvite.xml", "t1")]
    public async Task Call_Answered_PlaysTheMessageAndHangsUp(string scenario, string mode)
    {
        await using var run = await Run.Start(capture, scenario, mode);

        run.Call(message: 0.5);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.HungUpByUs, TimeSpan.FromSeconds(0.5)), (ended.End, ended.Played));
        await run.ExpectSuccess();
        Assert.Equal(0, run.Caller.Core.Context.Meters.Retransmissions);
        Assert.Equal(1, run.Caller.ConnectionMeters.Opened);
    }

    [Theory]
    [InlineData(486)]
    [InlineData(503)]
    public async Task Call_Refused_EndsWithTheCode(int code)
    {
        await using var run = await Run.Start(capture, $"uas-reject.xml:{code}");

        run.Call(message: 1);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Rejected, code), (ended.End, ended.StatusCode));
        await run.ExpectSuccess();
    }

    [Theory]
    [InlineData("uas-ring-cancel.xml", 487)]
    [InlineData("uas-answer-after-cancel.xml", 200)]
    public async Task Call_CancelledWhileRinging_EndsWhateverTheAnswer(string scenario, int code)
    {
        await using var run = await Run.Start(capture, scenario);

        var id = run.Call(message: 1);
        await run.Owner.Expect(SipCallNewsKind.Ringing);
        run.Caller.End(id);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Cancelled, code), (ended.End, ended.StatusCode));
        await run.ExpectSuccess();
    }

    [Fact]
    public async Task Call_PeerHangsUp_EndsAtOnce()
    {
        await using var run = await Run.Start(capture, "uas-bye.xml");

        run.Call(message: 10);

        Assert.Equal(SipCallEnd.HungUpByPeer, (await run.Owner.Expect(SipCallNewsKind.Ended)).End);
        await run.ExpectSuccess();
    }

    [Fact]
    public async Task Calls_ManyAtOnce_ShareTheConnections()
    {
        await using var run = await Run.Start(capture, "uas-answer.xml", "t1", connections: 2, calls: 20);
        for (var tag = 1; tag <= 20; tag++)
        {
            run.Call(message: 0.2, tag: tag);
        }

        for (var tag = 1; tag <= 20; tag++)
        {
            Assert.Equal(SipCallEnd.HungUpByUs, (await run.Owner.Expect(SipCallNewsKind.Ended, tag: tag)).End);
        }

        await run.ExpectSuccess();
        Assert.Equal((2, 0), (run.Caller.ConnectionMeters.Opened, run.Caller.ActiveCalls));
    }

    [Theory]
    [InlineData("uas-leaves-early.xml")]
    [InlineData("uas-leaves-ringing.xml")]
    public async Task Peer_LeavesBeforeItAnswers_TheCallEndsAtOnceAndSaysWhy(string scenario)
    {
        await using var run = await Run.Start(capture, scenario);

        run.Call(message: 1);

        // Long before Timer B (64·T1, 32 s) or the ring limit.
        var ended = await run.Owner.Expect(SipCallNewsKind.Ended, seconds: 15);
        Assert.Equal(SipCallEnd.ConnectionFailed, ended.End);
        Assert.Contains(ended.Connection, new[] { SipConnectionFailure.Lost, SipConnectionFailure.Unreachable });
        Assert.Equal(0, run.Caller.ActiveCalls);
        await run.ExpectSuccess();
    }

    [Fact]
    public async Task Peer_LeavesInTheMiddleOfACall_TheCallGoesOnAndItsByeTriesAnotherConnection()
    {
        await using var run = await Run.Start(capture, "uas-leaves-talking.xml");

        run.Call(message: 1.5);

        var ended = await run.Owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.HungUpByUs, TimeSpan.FromSeconds(1.5)), (ended.End, ended.Played));
        await Eventually.Holds(
            "the BYE's own connection was refused",
            () => run.Caller.ConnectionMeters.Failures[(int)SipConnectionFailure.Unreachable] == 1,
            TimeSpan.FromSeconds(10)
        );
        Assert.Equal(1, run.Caller.ConnectionMeters.Failures[(int)SipConnectionFailure.Lost]);
        await run.ExpectSuccess();
    }

    [Theory]
    [InlineData("uac-call.xml", "t1", SipIncomingCallNews.HungUpByPeer)]
    [InlineData("uac-call.xml", "tn", SipIncomingCallNews.HungUpByPeer)]
    [InlineData("uac-no-ack-tcp.xml", "t1", SipIncomingCallNews.HungUpByPeer)]
    [InlineData("uac-cancel.xml", "t1", SipIncomingCallNews.Cancelled)]
    [InlineData("uac-rejected.xml", "t1", null)]
    [InlineData("uac-hung-up.xml", "t1", SipIncomingCallNews.HungUpByUs)]
    public async Task Caller_OverTcp_SeesTheWholeCall(string scenario, string mode, SipIncomingCallNews? expected)
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                switch (scenario)
                {
                    case "uac-rejected.xml":
                        call.Reject(486);
                        break;
                    case "uac-cancel.xml":
                        call.Ring();
                        break;
                    default:
                        call.Ring();
                        call.Answer(Tone.Message(1));
                        break;
                }
            },
            OnEach = (call, news) =>
            {
                if (scenario == "uac-hung-up.xml" && news == SipIncomingCallNews.Acknowledged)
                {
                    call.HangUp();
                }
            },
        };
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = phone,
                ListenTcp = new IPEndPoint(IPAddress.Loopback, capture.TakePort()),
            }.OnOwnPorts()
        );
        await using var sipp = Sipp.Call($"Wire/Sipp/{scenario}", endpoint.TcpEndPoint!, "-s", "112", "-t", mode, "-max_socket", "1000");
        await sipp.ExpectSuccess();
        if (expected is { } news)
        {
            await phone.Expect(news);
        }

        Assert.Equal((0, 1), (endpoint.ActiveCalls, endpoint.ConnectionMeters.Accepted));
    }

    [Fact]
    public async Task Callers_WithAConnectionEach_AreAllServed()
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                call.Ring();
                call.Answer();
            },
        };
        await using var endpoint = SipEndpoint.Start(
            new SipEndpointOptions
            {
                IncomingCalls = phone,
                ListenTcp = new IPEndPoint(IPAddress.Loopback, capture.TakePort()),
            }.OnOwnPorts()
        );
        await using var sipp = Sipp.Call(
            "Wire/Sipp/uac-call.xml",
            endpoint.TcpEndPoint!,
            "-s",
            "112",
            "-t",
            "tn",
            "-m",
            "10",
            "-r",
            "20",
            "-max_socket",
            "1000"
        );
        await sipp.ExpectSuccess();

        Assert.Equal((10, 0), (endpoint.ConnectionMeters.Accepted, endpoint.ActiveCalls));
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly Sipp _sipp;
        private readonly SipTrunk _trunk;

        private Run(Sipp sipp, SipEndpoint caller, int connections)
        {
            _sipp = sipp;
            Caller = caller;
            _trunk = caller.AddTrunk(
                new SipTrunkOptions
                {
                    Name = "sipp",
                    Peer = sipp.EndPoint,
                    Transport = SipTransport.Tcp,
                    Connections = connections,
                }
            );
        }

        public SipEndpoint Caller { get; }

        public RecordingOwner Owner { get; } = new();

        public static async Task<Run> Start(TcpCapture capture, string scenario, string mode = "t1", int connections = 1, int calls = 1)
        {
            var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
            var sipp = Sipp.Answer(
                $"Wire/Sipp/{scenario}",
                capture.TakePort(),
                FreeUdpPort.TakeEven(),
                "-t",
                mode,
                "-m",
                $"{calls}",
                "-max_socket",
                "1000"
            );
            await sipp.Listens();
            return new Run(sipp, caller, connections);
        }

        public SipCallId Call(double message, long tag = 1) =>
            Caller.PlaceCall(
                new SipCallRequest
                {
                    Trunk = _trunk,
                    To = "+31970100200",
                    From = "0570123456",
                    Message = Tone.Message(message),
                    RingLimit = TimeSpan.FromSeconds(30),
                    Tag = tag,
                    Owner = Owner,
                }
            );

        public Task ExpectSuccess() => _sipp.ExpectSuccess();

        public async ValueTask DisposeAsync()
        {
            await _sipp.DisposeAsync();
            await Caller.DisposeAsync();
        }
    }
}
