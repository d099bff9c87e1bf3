using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;
using Burgernet.Sip.Transport;

namespace Burgernet.Sip.Threading;

/// <summary>The dedicated thread around the core: one synchronous UDP socket, bounded queues from other threads, a wake-up datagram to itself.</summary>
internal sealed class SignallingThread : ISipWire, IStreamUser, IDisposable
{
    /// <summary>Datagrams handled before timers and commands get their turn again.</summary>
    private const int Batch = 64;

    /// <summary>RFC 3261 §18.1.1: what fits in one packet where nothing is known of the path. Longer requests stay on UDP all the same (ADR 7).</summary>
    private const int LongestCertainRequest = 1_300;

    /// <summary>Commands handled before the socket gets its turn.</summary>
    private const int Share = 256;

    private static readonly byte[] WakeUp = [0];

    private readonly Socket _socket;
    private readonly Socket _waker;
    private readonly SocketAddress _self;
    private readonly SocketAddress _from = SocketAddresses.Create();
    private readonly SocketAddress _to = SocketAddresses.Create();
    private readonly byte[] _buffer = new byte[65_536];
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly BoundedQueue<EndpointCommand> _commands;
    private readonly BoundedQueue<IncomingCommand> _incoming = new(16_384);
    private readonly Queue<EndpointCommand> _ownCommands = new();
    private readonly Queue<IncomingCommand> _ownIncoming = new();
    private readonly BoundedQueue<SipCallRequest> _refused = new(1_024);
    private readonly Queue<SipCallRequest> _ownRefused = new();
    private readonly BoundedQueue<MediaNews> _media;
    private readonly Thread _thread;
    private StopRequest? _stop;
    private StopRequest? _stopAsked;
    private int _wakePending;
    private bool _hasMore;
    private volatile bool _isClosing;

    public SignallingThread(Socket socket, TimeProvider time, int commandCapacity, BoundedQueue<MediaNews> media)
    {
        _socket = socket;
        _time = time;
        _origin = time.GetTimestamp();
        _commands = new BoundedQueue<EndpointCommand>(commandCapacity);
        _media = media;
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        var self = bound.Address.Equals(IPAddress.Any) ? new IPEndPoint(IPAddress.Loopback, bound.Port) : bound;
        _self = SocketAddresses.Of(self);
        _waker = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

        // Unbound, its first datagram would bind it to every address of the machine.
        _waker.Bind(new IPEndPoint(self.Address, 0));
        _thread = new Thread(Run) { IsBackground = true, Name = "sip-signalling" };
    }

    public SipCore Core { get; set; } = null!;

    /// <summary>TCP and TLS.</summary>
    public StreamTransport Streams { get; set; } = null!;

    public bool IsClosed => _isClosing;

    private long Now => _time.GetElapsedTime(_origin).Ticks;

    private bool IsCurrent => Thread.CurrentThread == _thread;

    public void Start() => _thread.Start();

    public void Post(in EndpointCommand command)
    {
        if (IsCurrent)
        {
            _ownCommands.Enqueue(command);
            return;
        }

        var spin = default(SpinWait);
        while (!_commands.TryEnqueue(command) && !_isClosing)
        {
            spin.SpinOnce();
        }

        Wake();
    }

    public void Post(IncomingCommand command)
    {
        if (IsCurrent)
        {
            _ownIncoming.Enqueue(command);
            return;
        }

        var spin = default(SpinWait);
        while (!_incoming.TryEnqueue(command) && !_isClosing)
        {
            spin.SpinOnce();
        }

        Wake();
    }

    /// <summary>A call for which there is no slot; its owner hears so on this thread.</summary>
    public void Refuse(in SipCallRequest request)
    {
        if (IsCurrent)
        {
            _ownRefused.Enqueue(request);
            return;
        }

        var spin = default(SpinWait);
        while (!_refused.TryEnqueue(request) && !_isClosing)
        {
            // Whoever places calls faster than they can be turned down is held back here.
            spin.SpinOnce();
        }

        Wake();
    }

    public Task Stop(TimeSpan grace, CancellationToken abort)
    {
        var request = new StopRequest(grace, abort);
        if (_isClosing)
        {
            return Task.CompletedTask;
        }

        request.OnAbort = abort.Register(Wake);
        var earlier = Interlocked.CompareExchange(ref _stopAsked, request, null);
        Wake();
        return (earlier ?? request).Done.Task;
    }

    public void Wake()
    {
        if (IsCurrent || Interlocked.Exchange(ref _wakePending, 1) != 0)
        {
            return;
        }

        try
        {
            _waker.SendTo(WakeUp, SocketFlags.None, _self);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Closing, or a full buffer: then the thread is awake.
            Volatile.Write(ref _wakePending, 0);
        }
    }

    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        if (to.IsReliable)
        {
            Core.Context.Meters.Sent++;
            return Streams.Send(message, to);
        }

        if (message.Length > LongestCertainRequest && !message.StartsWith("SIP/"u8))
        {
            Core.Context.Meters.LargeRequests++;
        }

        try
        {
            SocketAddresses.Set(_to, to.Address, to.Port);
            _socket.SendTo(message, SocketFlags.None, _to);
            Core.Context.Meters.Sent++;
        }
        catch (SocketException)
        {
            // Lost, as on any network: timers repeat it or give up (RFC 3261 §18.4 asks for no more over UDP).
            Core.Context.Meters.SendErrors++;
        }

        return to;
    }

    public void Doubt(FlowId flow, TimeSpan wait) => Streams.Doubt(flow, wait);

    void IStreamUser.OnMessage(ReadOnlySpan<byte> message, in Hop from)
    {
        TakeMedia();
        Core.OnMessage(message, from, Now);
    }

    void IStreamUser.OnBrokenHead(ReadOnlySpan<byte> head, in Hop from, FrameKind kind)
    {
        var fault = kind switch
        {
            FrameKind.NoLength => ParseFault.NoContentLength,
            FrameKind.TooLarge => ParseFault.TooLarge,
            _ => ParseFault.ContentLength,
        };
        Core.OnBrokenHead(head, from, fault, Now);
    }

    void IStreamUser.OnLost(FlowId flow, SipConnectionFailure failure) => Core.OnLost(flow, failure, Now);

    /// <summary>Lets each call say its last word, then ends the thread.</summary>
    public void Dispose()
    {
        _isClosing = true;
        Volatile.Write(ref _wakePending, 0);
        Wake();
        if (!IsCurrent && _thread.IsAlive)
        {
            _thread.Join();
        }

        _waker.Dispose();
        _socket.Dispose();
    }

    private void Run()
    {
        while (!_isClosing)
        {
            Volatile.Write(ref _wakePending, 0);
            Interlocked.MemoryBarrier();
            TakeCommands();
            _hasMore |= Streams.Turn(Now);
            Core.OnTime(Now);
            Streams.OnTime(Now);
            Stopping();
            Streams.Flush();
            _hasMore |= _ownCommands.Count > 0 || _ownIncoming.Count > 0 || _ownRefused.Count > 0 || Streams.HasMore;
            if (_socket.Poll(_hasMore ? TimeSpan.Zero : Wait(), SelectMode.SelectRead))
            {
                Receive();
            }
        }

        Core.Abandon(Now);
        for (var i = 0; i < 8 && (i == 0 || _hasMore); i++)
        {
            TakeCommands();
        }

        Streams.Dispose();
        _stop?.Finish();
        _stopAsked?.Finish();
    }

    private TimeSpan Wait()
    {
        var due = Math.Min(Math.Min(Core.NextDue, Streams.NextDue), _stop?.NextDue ?? long.MaxValue);
        var wait = due == long.MaxValue ? TimeSpan.FromSeconds(60).Ticks : Math.Clamp(due - Now, 0, TimeSpan.FromSeconds(60).Ticks);
        if (_time != TimeProvider.System)
        {
            // Another clock may jump at any moment.
            wait = Math.Min(wait, TimeSpan.FromMilliseconds(5).Ticks);
        }

        // poll(2) counts whole milliseconds: rounding down would spin.
        return TimeSpan.FromMilliseconds((wait + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
    }

    private void Receive()
    {
        for (var i = 0; i < Batch; i++)
        {
            try
            {
                var length = _socket.ReceiveFrom(_buffer, SocketFlags.None, _from);
                TakeMedia();
                var source = new Hop(SipTransport.Udp, SocketAddresses.Address(_from), SocketAddresses.Port(_from));
                Core.OnMessage(_buffer.AsSpan(0, length), source, Now);
            }
            catch (SocketException)
            {
                // A datagram with a wrong checksum vanished, or an ICMP error came back.
                Core.Context.Meters.ReceiveErrors++;
                return;
            }

            if (!_socket.Poll(TimeSpan.Zero, SelectMode.SelectRead))
            {
                return;
            }
        }
    }

    private void TakeMedia()
    {
        while (_media.TryDequeue(out var news))
        {
            Core.OnMedia(news, Now);
        }
    }

    private void TakeCommands()
    {
        TakeMedia();
        for (var i = _ownCommands.Count; i > 0; i--)
        {
            Run(_ownCommands.Dequeue());
        }

        for (var i = _ownIncoming.Count; i > 0; i--)
        {
            Core.On(_ownIncoming.Dequeue(), Now);
        }

        // Bounded, so that a flood of commands cannot starve what was received.
        var taken = 0;
        for (; taken < Share && _commands.TryDequeue(out var command); taken++)
        {
            Run(command);
        }

        _hasMore = taken == Share;
        for (taken = 0; taken < Share && _incoming.TryDequeue(out var incoming); taken++)
        {
            Core.On(incoming, Now);
        }

        _hasMore |= taken == Share || _ownCommands.Count > 0 || _ownIncoming.Count > 0;

        // As many as there are now: an owner may answer a refusal by the next call.
        for (var i = _ownRefused.Count; i > 0; i--)
        {
            Core.Refuse(_ownRefused.Dequeue());
        }

        for (taken = 0; taken < Share && _refused.TryDequeue(out var request); taken++)
        {
            Core.Refuse(request);
        }

        _hasMore |= taken == Share || _ownRefused.Count > 0;
    }

    private void Run(in EndpointCommand command)
    {
        if (command.Key != '\0')
        {
            Core.PressKey(command.Call, command.Key);
        }
        else if (command.IsEnd)
        {
            Core.End(command.Call, Now, command.OnlyUnanswered);
        }
        else
        {
            Core.Place(command.Call, Now);
        }
    }

    private void Stopping()
    {
        if (_stop is null && Volatile.Read(ref _stopAsked) is { } asked)
        {
            _stop = asked;
            _stop.GraceEnds = Now + Math.Clamp(asked.Grace.Ticks, 0, TimeSpan.FromDays(1).Ticks);
            Core.BeginStop(Now);
        }

        if (_stop is null || _stop.Done.Task.IsCompleted)
        {
            return;
        }

        if (!_stop.IsGraceOver && (Now >= _stop.GraceEnds || _stop.Abort.IsCancellationRequested))
        {
            _stop.IsGraceOver = true;
            _stop.GivesUp = Now + (4 * Core.Context.T1);
            Core.EndGrace(Now);
        }

        if ((Core.Count.Active == 0 && Core.IsIdle) || (_stop.IsGraceOver && Now >= _stop.GivesUp))
        {
            Core.Abandon(Now);
            _stop.Finish();
        }
    }
}
