using System.Net;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>Whole calls between two endpoints of ours over connections.</summary>
public sealed class ConnectionPairTests
{
    private const string Host = "sip.carrier.test";

    [Theory]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public async Task Calls_OverOneConnection_RingAreAnsweredAndHungUp(SipTransport transport)
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                call.Ring();
                call.Answer();
            },
        };
        await using var pair = new Pair(phone, transport);
        var owner = new RecordingOwner();
        for (var tag = 1; tag <= 5; tag++)
        {
            pair.Call(owner, message: 0.2, tag: tag);
        }

        for (var tag = 1; tag <= 5; tag++)
        {
            var ended = await owner.Expect(SipCallNewsKind.Ended, tag: tag);
            Assert.Equal((SipCallEnd.HungUpByUs, SipConnectionFailure.None), (ended.End, ended.Connection));
        }

        Assert.Equal(5, owner.News.Count(news => news.Kind == SipCallNewsKind.Ringing));
        Assert.Equal(1, pair.Caller.ConnectionMeters.Opened);
        Assert.Equal(0, pair.Caller.Core.Context.Meters.Retransmissions);
    }

    [Theory]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public async Task Call_HungUpByTheAnsweringSide_TakesTheSameConnection(SipTransport transport)
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
        await using var pair = new Pair(phone, transport);
        var owner = new RecordingOwner();
        pair.Call(owner, message: 5);

        Assert.Equal(SipCallEnd.HungUpByPeer, (await owner.Expect(SipCallNewsKind.Ended)).End);
        await phone.Expect(SipIncomingCallNews.HungUpByUs);
        Assert.Equal(0, pair.Answerer.ConnectionMeters.Opened - pair.Answerer.ConnectionMeters.Accepted);
    }

    [Fact]
    public async Task Call_RefusedCancelledAndUnanswerable_EndsAsOverUdp()
    {
        var phone = new Phone
        {
            OnCall = call =>
            {
                if (call.CalledNumber == "+1")
                {
                    call.Reject(486);
                }
                else
                {
                    call.Ring();
                }
            },
        };
        await using var pair = new Pair(phone, SipTransport.Tcp);
        var owner = new RecordingOwner();
        pair.Call(owner, message: 1, to: "+1");
        var busy = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.Rejected, 486), (busy.End, busy.StatusCode));

        var ringing = pair.Call(owner, message: 1, to: "+2", tag: 2);
        await owner.Expect(SipCallNewsKind.Ringing, tag: 2);
        pair.Caller.End(ringing);
        Assert.Equal(SipCallEnd.Cancelled, (await owner.Expect(SipCallNewsKind.Ended, tag: 2)).End);
    }

    [Fact]
    public async Task Call_WhoseCarrierIsNotThere_EndsAtOnceWithTheReason()
    {
        await using var caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
        var nobody = new IPEndPoint(IPAddress.Loopback, FreeUdpPort.TakeWithTcp());
        var trunk = caller.AddTrunk(
            new SipTrunkOptions
            {
                Name = "nobody",
                Peer = nobody,
                Transport = SipTransport.Tcp,
            }
        );
        var owner = new RecordingOwner();
        Pair.Place(caller, trunk, owner, 1, "+1", 1);

        var ended = await owner.Expect(SipCallNewsKind.Ended);
        Assert.Equal((SipCallEnd.ConnectionFailed, SipConnectionFailure.Unreachable), (ended.End, ended.Connection));
        Assert.Equal(0, caller.ActiveCalls);
    }

    private sealed class Pair : IAsyncDisposable
    {
        private readonly TestAuthority _authority = new();
        private readonly SipTrunk _trunk;

        public Pair(Phone phone, SipTransport transport)
        {
            Answerer = SipEndpoint.Start(
                new SipEndpointOptions
                {
                    IncomingCalls = phone,
                    ListenTcp = new IPEndPoint(IPAddress.Loopback, 0),
                    ListenTls = new SipTlsListenerOptions { Certificate = _authority.Issue(Host) },
                }.OnOwnPorts()
            );
            Caller = SipEndpoint.Start(new SipEndpointOptions().OnOwnPorts());
            _trunk = Caller.AddTrunk(
                new SipTrunkOptions
                {
                    Name = "pair",
                    Peer = transport == SipTransport.Tls ? Answerer.TlsEndPoint! : Answerer.TcpEndPoint!,
                    Transport = transport,
                    Tls = new SipTlsOptions { HostName = Host, Authorities = _authority.Trust },
                }
            );
        }

        public SipEndpoint Caller { get; }

        public SipEndpoint Answerer { get; }

        public SipCallId Call(RecordingOwner owner, double message, string to = "+31970100200", long tag = 1) =>
            Place(Caller, _trunk, owner, message, to, tag);

        public static SipCallId Place(SipEndpoint caller, SipTrunk trunk, RecordingOwner owner, double message, string to, long tag) =>
            caller.PlaceCall(
                new SipCallRequest
                {
                    Trunk = trunk,
                    To = to,
                    Message = Tone.Message(message),
                    RingLimit = TimeSpan.FromSeconds(30),
                    Tag = tag,
                    Owner = owner,
                }
            );

        public async ValueTask DisposeAsync()
        {
            await Caller.DisposeAsync();
            await Answerer.DisposeAsync();
            _authority.Dispose();
        }
    }
}
