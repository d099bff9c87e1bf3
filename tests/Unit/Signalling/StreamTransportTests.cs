using System.Net.Sockets;
using System.Text;
using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>Connections: opened, used again, bounded and given up.</summary>
public sealed class StreamTransportTests : IDisposable
{
    private const string Message = "OPTIONS sip:a@b SIP/2.0\r\nl: 0\r\n\r\n";

    private readonly StreamRig _rig = new(new SipConnectionOptions { MaxIncoming = 3, MaxQueuedBytes = 200_000 });
    private readonly TcpPeer _peer = new();

    public void Dispose()
    {
        _rig.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public async Task Requests_ToOnePlace_TakeOneConnectionInOrder()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        var first = _rig.Send("1", trunk.Hop);
        var second = _rig.Send("2", trunk.Hop);
        await _rig.Until("both came", () => _peer.Read() == "12");

        Assert.Equal(first.Flow, second.Flow);
        Assert.Equal(1, _rig.Streams.Meters.Opened);
        Assert.Single(_peer.Connections);
    }

    [Fact]
    public async Task Requests_OfATrunkWithSeveralConnections_AreSpread()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint, connections: 3);
        var flows = Enumerable.Range(0, 6).Select(_ => _rig.Send("x", trunk.Hop).Flow).ToArray();
        await _rig.Until("three were opened", () => _peer.Accept() == 3 && _rig.Streams.Meters.Opened == 3);

        Assert.Equal(flows[..3], flows[3..]);
        Assert.Equal(3, flows.Distinct().Count());
        Assert.Equal(flows[1], _rig.Send("x", trunk.Hop with { Flow = flows[1] }).Flow);
    }

    [Fact]
    public async Task Messages_ByteByByteAndManyAtATime_ComeWhole()
    {
        using var caller = TcpPeer.Connect(_rig.Listen());
        foreach (var one in Encoding.ASCII.GetBytes(Message))
        {
            caller.Send([one]);
            _rig.Turn();
        }

        await _rig.Until("the first came", () => _rig.Messages.Count == 1);
        caller.Send(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Message, 3_000))));
        await _rig.Until("all came", () => _rig.Messages.Count == 3_001);

        Assert.All(_rig.Messages, one => Assert.Equal(Message, one.Text));
    }

    [Fact]
    public async Task Response_TakesTheConnectionOfItsRequest_AndANewOneWhereThatIsGone()
    {
        _rig.Reply = "reply";
        using var caller = TcpPeer.Connect(_rig.Listen());
        caller.Send(Encoding.ASCII.GetBytes(Message));
        var buffer = new byte[100];
        await _rig.Until("the reply came", () => caller.Available > 0);
        Assert.Equal("reply", Encoding.ASCII.GetString(buffer, 0, caller.Receive(buffer)));

        caller.Dispose();
        await _rig.UntilLost(SipConnectionFailure.Lost);
        var source = _rig.Messages[0].From;
        _rig.Send("late", source with { Port = _peer.EndPoint.Port });
        await _rig.Until("the late reply came to the port of sent-by", () => _peer.Read() == "late");
    }

    [Fact]
    public async Task Unreachable_IsToldAndNotTriedAgainForASecond()
    {
        using var deaf = new TcpPeer(listens: false);
        var trunk = _rig.AddTrunk(deaf.EndPoint);
        var hop = _rig.Send("1", trunk.Hop);
        await _rig.UntilLost(SipConnectionFailure.Unreachable);
        Assert.Equal([(hop.Flow, SipConnectionFailure.Unreachable)], _rig.Losses);

        deaf.Listen();
        var second = _rig.Send("2", trunk.Hop);
        _rig.Turn();
        Assert.Equal((second.Flow, SipConnectionFailure.Unreachable), _rig.Losses[^1]);
        _rig.Advance(TimeSpan.FromSeconds(1));
        _rig.Send("3", trunk.Hop);
        await _rig.Until("it came", () => deaf.Read() == "3");
    }

    [Fact]
    public async Task Lost_IsToldAndTheNextRequestOpensAnother()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        var hop = _rig.Send("1", trunk.Hop);
        await _rig.Until("it came", () => _peer.Read() == "1");
        _peer.Connections[0].Dispose();
        await _rig.UntilLost(SipConnectionFailure.Lost);
        Assert.Equal(hop.Flow, _rig.Losses[0].Flow);

        _rig.Send("2", hop);
        await _rig.Until("it came by another", () => _peer.Read(1) == "2");
    }

    [Fact]
    public async Task Peer_ThatTakesNothing_IsStalledByTimeAndByAmount()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        var big = new string('x', 190_000);
        _rig.Send(big, trunk.Hop);
        await _rig.Until("it is open", () => _peer.Accept() == 1 && _rig.Streams.Meters.Opened == 1);
        _peer.Connections[0].ReceiveBufferSize = 4_096;

        // The kernel takes some megabytes; then it is our queue's turn.
        for (var i = 0; i < 1_000 && _rig.Losses.Count == 0; i++)
        {
            _rig.Send(big, trunk.Hop);
            _rig.Turn();
        }

        Assert.Equal(SipConnectionFailure.Stalled, _rig.Losses[0].Failure);

        var second = _rig.Send(big, trunk.Hop);
        await _rig.Until("it is open", () => _peer.Accept() == 2 && _rig.Streams.Meters.Opened == 2);
        while (_rig.Streams.Find(second.Flow)?.HasUnwritten == false)
        {
            _rig.Send(big, second);
            _rig.Turn();
        }

        _rig.Advance(TimeSpan.FromSeconds(1));
        _rig.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal((second.Flow, SipConnectionFailure.Stalled), _rig.Losses[1]);
    }

    [Fact]
    public async Task Caller_ThatSaysNothingOrHalf_IsNotWaitedForLong()
    {
        var listen = _rig.Listen();
        using var silent = TcpPeer.Connect(listen);
        using var half = TcpPeer.Connect(listen);
        using var good = TcpPeer.Connect(listen);
        half.Send(Encoding.ASCII.GetBytes(Message + "OPTIONS sip:a@b SIP/2.0\r\n"));
        good.Send(Encoding.ASCII.GetBytes(Message));
        await _rig.Until("two messages came", () => _rig.Messages.Count == 2);
        _rig.Advance(TimeSpan.FromSeconds(1));
        _rig.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal([SipConnectionFailure.NotSip, SipConnectionFailure.NotSip], _rig.Losses.Select(one => one.Failure));
        Assert.DoesNotContain(_rig.Messages[^1].From.Flow, _rig.Losses.Where(one => one.Flow.Slot == 2).Select(one => one.Flow));
        _rig.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(SipConnectionFailure.Idle, _rig.Losses[^1].Failure);
        await _rig.Until("all are closed", () => _rig.Streams.Meters.Living == 0);
    }

    [Fact]
    public async Task DoubtfulConnection_IsClosedWhereNothingElseCame()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        var hop = _rig.Send("1", trunk.Hop);
        await _rig.Until("it came", () => _peer.Read() == "1");
        _rig.Advance(TimeSpan.FromSeconds(20));
        _peer.Send(Message);
        await _rig.Until("something came", () => _rig.Messages.Count == 1);
        _rig.Advance(TimeSpan.FromSeconds(20));
        _rig.Streams.Doubt(hop.Flow, TimeSpan.FromSeconds(32));
        _rig.Turn();
        Assert.Empty(_rig.Losses);

        _rig.Advance(TimeSpan.FromSeconds(20));
        _rig.Streams.Doubt(hop.Flow, TimeSpan.FromSeconds(32));
        _rig.Turn();
        Assert.Equal([(hop.Flow, SipConnectionFailure.Silent)], _rig.Losses);
    }

    [Fact]
    public async Task LastAnswer_ToAPeerThatHasStoppedTalking_IsWritten()
    {
        _rig.Reply = "reply";
        using var caller = TcpPeer.Connect(_rig.Listen());
        caller.Send(Encoding.ASCII.GetBytes(Message));
        caller.Shutdown(SocketShutdown.Send);
        await _rig.Until("the reply came", () => caller.Available > 0);
        await _rig.UntilLost(SipConnectionFailure.Lost);
    }

    [Fact]
    public async Task TrunksConnection_IsKept()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        _rig.Send("1", trunk.Hop);
        await _rig.Until("it came", () => _peer.Read() == "1");
        _rig.Advance(TimeSpan.FromHours(1));

        Assert.Equal((0, 1), (_rig.Losses.Count, _rig.Streams.Meters.Living));
    }

    [Fact]
    public async Task KeepAlive_AnsweredGoesOn_UnansweredCloses()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint, keepAlive: TimeSpan.FromSeconds(30));
        _rig.Send("1", trunk.Hop);
        await _rig.Until("it came", () => _peer.Read() == "1");

        // RFC 5626 §4.4.1: between 80 and 100 % of the interval.
        _rig.Advance(TimeSpan.FromSeconds(23));
        Assert.Equal("", _peer.Read());
        _rig.Advance(TimeSpan.FromSeconds(8));
        await _rig.Until("the ping came", () => _peer.Read() == "\r\n\r\n");
        _peer.Send("\r\n");
        await _rig.Until("the pong came", () => _rig.Streams.Meters.PongsReceived == 1);
        _rig.Advance(TimeSpan.FromSeconds(15));
        Assert.Empty(_rig.Losses);

        _rig.Advance(TimeSpan.FromSeconds(16));
        await _rig.Until("the next ping came", () => _peer.Read() == "\r\n\r\n");
        _rig.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_rig.Losses);
        _rig.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(SipConnectionFailure.NoPong, Assert.Single(_rig.Losses).Failure);
    }

    [Fact]
    public async Task Ping_OfThePeer_IsAnsweredWholeAndInHalves()
    {
        using var caller = TcpPeer.Connect(_rig.Listen());
        caller.Send("\r\n\r\n"u8);
        await _rig.Until("the pong came", () => caller.Available == 2);
        caller.Send("\r\n"u8);
        _rig.Turn();
        caller.Send("\r\n"u8);
        await _rig.Until("the second pong came", () => caller.Available == 4);

        // RFC 3261 §7.5: a CRLF before a message is only that.
        caller.Send(Encoding.ASCII.GetBytes("\r\n" + Message + "\r\n" + Message));
        await _rig.Until("the messages came", () => _rig.Messages.Count == 2);
        Assert.Equal((4, 2), (caller.Available, _rig.Streams.Meters.PingsReceived));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "")]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\n\r\n", "SIP/2.0 400 NoLength\r\n\r\n")]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\nl: -1\r\n\r\n", "SIP/2.0 400 BadLength\r\n\r\n")]
    [InlineData("OPTIONS sip:a@b SIP/2.0\r\nl: 99999\r\n\r\n", "SIP/2.0 400 TooLarge\r\n\r\n")]
    public async Task Stream_ThatCannotBeReadOn_IsAnsweredAndClosed(string text, string answer)
    {
        using var caller = TcpPeer.Connect(_rig.Listen());
        caller.Send(Encoding.ASCII.GetBytes(text + "more and more"));
        await _rig.UntilLost(SipConnectionFailure.NotSip);
        var buffer = new byte[1_000];
        var read = new StringBuilder();
        await _rig.Until(
            "the end came",
            () =>
            {
                if (!caller.Poll(TimeSpan.Zero, SelectMode.SelectRead))
                {
                    return false;
                }

                var count = caller.Receive(buffer);
                read.Append(Encoding.ASCII.GetString(buffer, 0, count));
                return count == 0;
            }
        );

        Assert.Equal(answer, read.ToString());
        caller.Dispose();
        await _rig.Until("it is forgotten", () => _rig.Streams.Meters.Living == 0);
    }

    [Fact]
    public async Task Callers_BeyondTheLimit_AreTurnedAway()
    {
        var listen = _rig.Listen();
        var callers = Enumerable.Range(0, 4).Select(_ => TcpPeer.Connect(listen)).ToArray();
        await _rig.Until("one was turned away", () => _rig.Streams.Meters.Failures[(int)SipConnectionFailure.TooMany] == 1);

        Assert.Equal((3, 3), (_rig.Streams.Meters.Accepted, _rig.Streams.Meters.Living));
        Array.ForEach(callers, caller => caller.Dispose());
        await _rig.Until("all are gone", () => _rig.Streams.Meters.Living == 0);
        using var late = TcpPeer.Connect(listen);
        late.Send(Encoding.ASCII.GetBytes(Message));
        await _rig.Until("there is room again", () => _rig.Messages.Count == 1);
    }

    [Fact]
    public async Task Closing_WritesTheLastWords()
    {
        var trunk = _rig.AddTrunk(_peer.EndPoint);
        _rig.Send("1", trunk.Hop);
        await _rig.Until("it is open", () => _rig.Streams.Meters.Opened == 1 && _peer.Read() == "1");
        _rig.Streams.Send("last"u8, trunk.Hop);
        _rig.Streams.Dispose();

        Assert.Equal("last(end)", _peer.Read());
    }
}
