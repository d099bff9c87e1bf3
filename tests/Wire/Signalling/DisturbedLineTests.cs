using System.Globalization;
using Burgernet.Sip;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Wire.Signalling;

/// <summary>sipp behind a line that loses, doubles and reorders datagrams, both ways: RFC 3261 §17 is there for that.</summary>
public sealed class DisturbedLineTests
{
    private const int Calls = 20;

    /// <summary>sipp gives a call up at a message that it does not expect just then, which on such a line is nothing special.</summary>
    private static readonly string[] Patient = ["-default_behaviors", "all,-abortunexp"];

    [Theory]
    [InlineData(1, 15, 0, 0)]
    [InlineData(2, 0, 40, 30)]
    [InlineData(3, 10, 10, 10)]
    public async Task Calls_OverALineThatDisturbs_AllPlayTheirMessageAndLeaveNothing(int seed, int lost, int doubled, int late)
    {
        await using var line = await Line.Start("uas-relayed.xml", Calls, DatagramRelay.Chance(seed, lost, doubled, late));
        for (var tag = 1; tag <= Calls; tag++)
        {
            line.Call(tag);
        }

        for (var tag = 1; tag <= Calls; tag++)
        {
            var ended = await line.Owner.Expect(SipCallNewsKind.Ended, seconds: 40, tag: tag);
            Assert.Equal((SipCallEnd.HungUpByUs, TimeSpan.FromSeconds(0.3)), (ended.End, ended.Played));
        }

        Assert.Equal(Calls, line.Owner.News.Count(news => news.Kind == SipCallNewsKind.Answered));
        Assert.True(line.Relay.Disturbed > Calls, $"the relay disturbed only {line.Relay.Disturbed} datagrams");
        await line.ExpectCleanAndIdle(atLeast: Calls * 6);
    }

    [Fact]
    public async Task Answer_WhoseAckIsLost_IsAcknowledgedEachTimeItComes()
    {
        var acks = 0;
        await using var line = await Line.Start(
            "uas-relayed.xml",
            calls: 1,
            (_, datagram) => datagram.StartsWith("ACK", StringComparison.Ordinal) && ++acks <= 3 ? RelayAction.Lose : RelayAction.Pass
        );

        line.Call(1, message: 1.5);

        var ended = await line.Owner.Expect(SipCallNewsKind.Ended);
        Assert.True(ended.End == SipCallEnd.HungUpByUs, $"{ended.End} with {ended.StatusCode}");
        Assert.Single(line.Owner.News, news => news.Kind == SipCallNewsKind.Answered);
        var messages = await line.ExpectCleanAndIdle(atLeast: 12);
        Assert.True(acks >= 4, $"{acks} ACKs were sent");
        Assert.True(messages.Split("200 OK (INVITE)").Length == messages.Split("Request: ACK").Length, messages);
    }

    [Fact]
    public async Task Peer_ThatHangsUpBeforeItHasOurAck_IsBelieved()
    {
        await using var line = await Line.Start(
            "uas-bye-before-ack.xml",
            calls: 1,
            (_, datagram) => datagram.StartsWith("ACK", StringComparison.Ordinal) ? RelayAction.Lose : RelayAction.Pass
        );

        line.Call(1, message: 5);

        Assert.Equal(SipCallEnd.HungUpByPeer, (await line.Owner.Expect(SipCallNewsKind.Ended)).End);
        await line.ExpectCleanAndIdle(atLeast: 6);
    }

    [Fact]
    public async Task Callers_OverALineThatDisturbs_AreAllServed()
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
            new SipEndpointOptions { IncomingCalls = phone, T1 = TimeSpan.FromMilliseconds(100) }.OnOwnPorts()
        );
        await using var capture = await Capture.StartSipIfAllowed(endpoint.LocalEndPoint.Port);
        await using var relay = DatagramRelay.Start(endpoint.LocalEndPoint, DatagramRelay.Chance(seed: 4, lost: 10, doubled: 10, late: 10));
        await using var sipp = Sipp.Call(
            "Wire/Sipp/uac-call.xml",
            relay.EndPoint,
            [.. Patient, "-s", "112", "-m", "10", "-l", "10", "-r", "50"]
        );

        await sipp.ExpectSuccess();

        Assert.True(relay.Disturbed > 5, $"the relay disturbed only {relay.Disturbed} datagrams");
        await Eventually.Holds("every call was over", () => endpoint.ActiveCalls == 0, TimeSpan.FromSeconds(20));
        await capture.ExpectNoErrors(atLeast: 50);
    }

    private sealed class Line : IAsyncDisposable
    {
        private readonly SipEndpoint _caller;
        private readonly Capture _capture;
        private readonly Sipp _sipp;
        private readonly SipTrunk _trunk;

        private Line(SipEndpoint caller, Capture capture, Sipp sipp, DatagramRelay relay)
        {
            _caller = caller;
            _capture = capture;
            _sipp = sipp;
            Relay = relay;
            _trunk = caller.AddTrunk(
                new SipTrunkOptions
                {
                    Name = "relay",
                    Peer = relay.EndPoint,
                    RetransmissionLimit = null,
                }
            );
        }

        public DatagramRelay Relay { get; }

        public RecordingOwner Owner { get; } = new();

        public static async Task<Line> Start(string scenario, int calls, RelayRule rule)
        {
            var caller = SipEndpoint.Start(new SipEndpointOptions { T1 = TimeSpan.FromMilliseconds(100) }.OnOwnPorts());
            var capture = await Capture.StartSipIfAllowed(caller.LocalEndPoint.Port);
            var port = FreeUdpPort.Take();
            var relay = DatagramRelay.Start(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, port), rule);
            var sipp = Sipp.Answer(
                $"Wire/Sipp/{scenario}",
                port,
                FreeUdpPort.TakeEven(),
                [
                    .. Patient,
                    "-m",
                    calls.ToString(CultureInfo.InvariantCulture),
                    "-key",
                    "relay_port",
                    relay.EndPoint.Port.ToString(CultureInfo.InvariantCulture),
                ]
            );
            var line = new Line(caller, capture, sipp, relay);
            try
            {
                await sipp.TakesDatagrams();
                return line;
            }
            catch
            {
                await line.DisposeAsync();
                throw;
            }
        }

        public void Call(long tag, double message = 0.3) =>
            _caller.PlaceCall(
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

        public async Task<string> ExpectCleanAndIdle(int atLeast)
        {
            await Eventually.Holds("nothing was open any more", () => _caller.Core.IsIdle, TimeSpan.FromSeconds(20));
            await _sipp.ExpectSuccess();
            var messages = await _capture.ExpectNoErrors(atLeast);
            Assert.Equal(0, _caller.ActiveCalls);
            return messages;
        }

        public async ValueTask DisposeAsync()
        {
            await _sipp.DisposeAsync();
            await _caller.DisposeAsync();
            await Relay.DisposeAsync();
            await _capture.DisposeAsync();
        }
    }
}
