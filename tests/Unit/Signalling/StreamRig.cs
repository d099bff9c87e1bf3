using System.Net;
using System.Text;
using Burgernet.Sip;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Transport;
using Burgernet.TestKit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>The connections of an endpoint with no endpoint around them: the test is the signalling thread, and moves the time.</summary>
internal sealed class StreamRig : IStreamUser, IDisposable
{
    private readonly StreamTransport _streams;
    private readonly List<StreamListener> _listeners = [];

    public StreamRig(SipConnectionOptions? limits = null)
    {
        _streams = new StreamTransport(limits ?? new SipConnectionOptions(), IPAddress.Loopback, new Random(11), () => { }) { User = this };
    }

    public StreamTransport Streams => _streams;

    public List<(string Text, Hop From)> Messages { get; } = [];

    public List<(FlowId Flow, SipConnectionFailure Failure)> Losses { get; } = [];

    /// <summary>What is answered to each message, on the connection that it came on; null for nothing.</summary>
    public string? Reply { get; set; }

    public TimeSpan Now { get; private set; }

    public IPEndPoint Listen(SipTransport transport = SipTransport.Tcp, ITlsHandshake? tls = null)
    {
        _listeners.Add(new StreamListener(new IPEndPoint(IPAddress.Loopback, 0), transport, tls));
        _streams.Listen([.. _listeners]);
        return _listeners[^1].EndPoint;
    }

    public SipTrunk AddTrunk(SipTrunkOptions options)
    {
        var trunk = NewTrunk(options);
        _streams.Add(trunk);
        return trunk;
    }

    public static SipTrunk NewTrunk(SipTrunkOptions options) => new(options, new TrunkSegments(options, 0x7f000001, 5060, "Test"));

    public SipTrunk AddTrunk(IPEndPoint peer, int connections = 1, TimeSpan keepAlive = default) =>
        AddTrunk(
            new SipTrunkOptions
            {
                Name = "peer",
                Peer = peer,
                Transport = SipTransport.Tcp,
                Connections = connections,
                KeepAlive = keepAlive,
            }
        );

    /// <summary>Queues a message and lets it out.</summary>
    public Hop Send(string text, Hop to)
    {
        var hop = _streams.Send(Encoding.UTF8.GetBytes(text), to);
        _streams.Flush();
        return hop;
    }

    /// <summary>One turn of the signalling thread.</summary>
    public void Turn()
    {
        _streams.Turn(Now.Ticks);
        _streams.OnTime(Now.Ticks);
        _streams.Turn(Now.Ticks);
        _streams.Flush();
    }

    public void Advance(TimeSpan time)
    {
        Now += time;
        Turn();
    }

    /// <summary>Turns until something is so.</summary>
    public Task Until(string what, Func<bool> condition) =>
        Eventually.Holds(
            what,
            () =>
            {
                Turn();
                return condition();
            },
            TimeSpan.FromSeconds(20),
            () => $"Messages: {Messages.Count}; losses: {string.Join(", ", Losses.Select(one => one.Failure))}"
        );

    public Task UntilLost(SipConnectionFailure failure) =>
        Until($"a connection ended as {failure}", () => Losses.Exists(one => one.Failure == failure));

    public void OnMessage(ReadOnlySpan<byte> message, in Hop from)
    {
        Messages.Add((Encoding.UTF8.GetString(message), from));
        if (Reply is not null)
        {
            _streams.Send(Encoding.UTF8.GetBytes(Reply), from);
        }
    }

    public void OnBrokenHead(ReadOnlySpan<byte> head, in Hop from, FrameKind kind) =>
        _streams.Send(Encoding.UTF8.GetBytes($"SIP/2.0 400 {kind}\r\n\r\n"), from);

    public void OnLost(FlowId flow, SipConnectionFailure failure) => Losses.Add((flow, failure));

    public void Dispose() => _streams.Dispose();
}
