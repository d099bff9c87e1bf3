using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Burgernet.Sip.Diagnostics;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Grammar;
using Burgernet.Sip.Media;
using Burgernet.Sip.Threading;
using Burgernet.Sip.Transactions;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip;

/// <summary>A SIP user agent that places a great many calls over one UDP socket, or kept connections: one signalling thread, one media thread, no locks for callers.</summary>
public sealed class SipEndpoint : IAsyncDisposable
{
    private readonly SipEndpointOptions _options;
    private readonly SignallingThread _thread;
    private readonly StreamTransport _streams;
    private readonly MediaPlane _media;
    private readonly OutgoingSlots _slots;
    private readonly CallCount _count = new();
    private readonly SipInstruments _instruments;
    private int _isDisposed;

    private SipEndpoint(SipEndpointOptions options, Socket socket, StreamListener[] listeners, TimeProvider time)
    {
        _options = options;
        TcpEndPoint = EndPointOf(listeners, SipTransport.Tcp);
        TlsEndPoint = EndPointOf(listeners, SipTransport.Tls);
        LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
        _slots = new OutgoingSlots(options.MaxCalls);
        var news = new BoundedQueue<MediaNews>(Math.Max(1_024, options.MaxCalls * 4));
        _thread = new SignallingThread(socket, time, _slots.Count * 4, news);
        _media = new MediaPlane(options, time, NewRandom(), news, _thread.Wake);
        var context = new SipContext(options, Reachable(LocalEndPoint), _thread, _media, NewRandom())
        {
            TcpPort = TcpEndPoint?.Port ?? 0,
            TlsPort = TlsEndPoint?.Port ?? 0,
        };
        Core = new SipCore(context, _slots, _count, _thread.Post);
        _thread.Core = Core;
        _streams = new StreamTransport(options.Connections, LocalEndPoint.Address, NewRandom(), _thread.Wake) { User = _thread };
        _thread.Streams = _streams;
        _streams.Listen(listeners);
        _instruments = new SipInstruments(Core, _streams.Meters, _media.Meters, LocalEndPoint.ToString());
        _media.Start();
        _thread.Start();
    }

    /// <summary>The bound UDP address.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>The bound TCP address, or null.</summary>
    public IPEndPoint? TcpEndPoint { get; }

    /// <summary>The bound address for TLS, or null.</summary>
    public IPEndPoint? TlsEndPoint { get; }

    /// <summary>Calls that hold a slot now, both directions.</summary>
    public int ActiveCalls => _count.Active;

    internal SipCore Core { get; }

    internal ConnectionMeters ConnectionMeters => _streams.Meters;

    internal MediaMeters MediaMeters => _media.Meters;

    /// <summary>Binds the sockets and starts the threads.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock for timers; the system's by default.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    /// <exception cref="ArgumentException">A setting cannot be, or needs more open files than the process may have.</exception>
    public static SipEndpoint Start(SipEndpointOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.MaxCalls < 1 || options.T1 <= TimeSpan.Zero || options.Listen.AddressFamily != AddressFamily.InterNetwork)
        {
            throw new ArgumentException("MaxCalls and T1 must be above zero, Listen an IPv4 address.", nameof(options));
        }

        if (DescriptorLimit.Examine(options) is { } reason)
        {
            throw new ArgumentException(reason, nameof(options));
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        var listeners = new List<StreamListener>();
        try
        {
            socket.ReceiveBufferSize = 4 << 20;
            socket.SendBufferSize = 4 << 20;
            socket.Bind(options.Listen);
            if (options.ListenTcp is { } tcp)
            {
                listeners.Add(new StreamListener(tcp, SipTransport.Tcp, tls: null));
            }

            if (options.ListenTls is { } tls)
            {
                listeners.Add(new StreamListener(tls.Listen, SipTransport.Tls, new TlsServerHandshake(tls)));
            }
        }
        catch
        {
            socket.Dispose();
            listeners.ForEach(static listener => listener.Dispose());
            throw;
        }

        return new SipEndpoint(options, socket, [.. listeners], time ?? TimeProvider.System);
    }

    /// <summary>Makes a trunk known to this endpoint.</summary>
    /// <param name="options">Its settings.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or TLS is wanted without a name to expect in the certificate.</exception>
    public SipTrunk AddTrunk(SipTrunkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        var local = LocalEndPoint.Address.Equals(IPAddress.Any) ? AddressTowards(options.Peer) : LocalEndPoint.Address;
        var segments = new TrunkSegments(options, HostPort.ToUInt32(local), Core.Context.PortOf(options.Transport), _options.UserAgent);
        var trunk = new SipTrunk(options, segments);
        Core.Context.Add(trunk);
        _streams.Add(trunk);
        return trunk;
    }

    /// <summary>Queues a call; never blocks. All that becomes of it is told to the request's owner, failures to start included.</summary>
    /// <param name="request">The call.</param>
    /// <returns>The call's name for <see cref="End"/>.</returns>
    /// <exception cref="ArgumentException">The number is empty, or the Call-ID is not one.</exception>
    public SipCallId PlaceCall(in SipCallRequest request)
    {
        if (string.IsNullOrEmpty(request.To))
        {
            throw new ArgumentException("A call needs a number.", nameof(request));
        }

        if (request.CallId is { } callId && !callId.All(static c => c <= '~' && SipText.IsWord((byte)c)))
        {
            throw new ArgumentException("A Call-ID is a word without '@' (RFC 3261 §25.1).", nameof(request));
        }

        var call = _thread.IsClosed ? null : _slots.TryTake();
        if (call is null)
        {
            _thread.Refuse(request);
            return new SipCallId(-1, 0);
        }

        var id = call.Id;
        call.Request = request;
        call.State = OutgoingState.Queued;
        _thread.Post(new EndpointCommand(id, IsEnd: false));
        return id;
    }

    /// <summary>Ends a call whatever its state: unsent, it is withheld; ringing, it is cancelled (CANCEL after a 1xx only); answered, it gets BYE. Stale names do nothing.</summary>
    /// <param name="call">The call.</param>
    public void End(SipCallId call)
    {
        if (_slots.Find(call.Slot, call.Generation) is not null)
        {
            _thread.Post(new EndpointCommand(call, IsEnd: true));
        }
    }

    /// <summary>Ends a call if it is not answered when the wish reaches the signalling thread: unsent, it is withheld; ringing, it is cancelled. An answered call goes on.</summary>
    /// <param name="call">The call.</param>
    public void CancelUnanswered(SipCallId call)
    {
        if (_slots.Find(call.Slot, call.Generation) is not null)
        {
            _thread.Post(new EndpointCommand(call, IsEnd: true, OnlyUnanswered: true));
        }
    }

    /// <summary>Presses a key in a placed call, by RFC 4733 events in the RTP stream; one that is not answered hears nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="key">0–9, *, #, A–D.</param>
    public void SendKey(SipCallId call, char key)
    {
        if (_slots.Find(call.Slot, call.Generation) is not null)
        {
            _thread.Post(new EndpointCommand(call, IsEnd: false, Key: key));
        }
    }

    /// <summary>Bridges a call that came in with one that was placed, both at this endpoint: each hears the other, and from then on the end of one ends the other.</summary>
    /// <remarks>Where one of the two is not up when the wish reaches the signalling thread (not acknowledged, not answered, over, or in a bridge already) nothing happens: its owner hears of its end.
    /// Both must have been asked to stay: the placed one by <see cref="SipCallRequest.StaysOpen"/>. Keys go to the owners, not across.</remarks>
    /// <param name="received">The call that came in.</param>
    /// <param name="placed">The call that was placed.</param>
    /// <exception cref="ArgumentException">The call did not come in at a <see cref="SipEndpoint"/>.</exception>
    public void Bridge(SipIncomingCall received, SipCallId placed)
    {
        if (received is not IncomingCall call)
        {
            throw new ArgumentException("Only calls that came in can be bridged.", nameof(received));
        }

        if (_slots.Find(placed.Slot, placed.Generation) is not null)
        {
            call.Join(placed);
        }
    }

    /// <summary>Stops politely: unanswered calls are cancelled, answered ones may finish within <paramref name="grace"/>, then get BYE.</summary>
    /// <param name="grace">How long answered calls may go on.</param>
    /// <param name="abort">Cuts the grace short.</param>
    public Task StopAsync(TimeSpan grace, CancellationToken abort = default) => _thread.Stop(grace, abort);

    /// <summary>Ends all calls at once and closes the sockets.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _thread.Dispose();
            _media.Dispose();
            _instruments.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static Random NewRandom() => new(RandomNumberGenerator.GetInt32(int.MaxValue));

    private static IPEndPoint? EndPointOf(StreamListener[] listeners, SipTransport transport) =>
        Array.Find(listeners, listener => listener.Transport == transport)?.EndPoint;

    private static IPEndPoint Reachable(IPEndPoint bound) =>
        bound.Address.Equals(IPAddress.Any) ? new IPEndPoint(AddressTowards(new IPEndPoint(IPAddress.Loopback, 9)), bound.Port) : bound;

    /// <summary>Which of this machine's addresses the routing table uses towards a peer; nothing is sent.</summary>
    private static IPAddress AddressTowards(IPEndPoint peer)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Connect(peer);
        return ((IPEndPoint)probe.LocalEndPoint!).Address;
    }
}
