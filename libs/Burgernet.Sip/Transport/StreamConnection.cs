using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Diagnostics;

namespace Burgernet.Sip.Transport;

/// <summary>One connection as the signalling thread sees it: what came and is not a whole message yet, what is to be written, and how long all that may take.</summary>
internal sealed class StreamConnection
{
    /// <summary>RFC 5626 §4.4.1: how long an answer to a keep-alive may take.</summary>
    private static readonly long PongLimit = TimeSpan.FromSeconds(10).Ticks;

    private const int SmallestBuffer = 4_096;

    /// <summary>Reads that are thrown away while the last answer is on its way: a connection closed over unread bytes is reset, and the answer lost.</summary>
    private const int MostDiscards = 32;

    private readonly StreamFramer _framer = new();
    private readonly Outbox _outbox;
    private readonly SipConnectionOptions _limits;
    private readonly ConnectionMeters _meters;

    /// <summary>How often we send keep-alives, in ticks; 0 for never.</summary>
    private readonly long _pingInterval;
    private byte[] _buffer = new byte[SmallestBuffer];
    private int _count;
    private int _discards;
    private bool _isHalfPing;
    private bool _hasMessage;
    private long _began;
    private long _lastActive;
    private long _lastReceived;
    private long _messageBegan = long.MaxValue;
    private long _pongDue = long.MaxValue;
    private long _pingDue = long.MaxValue;
    private long _stalledSince = long.MaxValue;
    private long _taken;

    /// <summary>One that is being opened.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="peer">The far end.</param>
    /// <param name="pool">The pool that we opened it for; null where the peer opened it.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="meters">Counts.</param>
    /// <param name="now">The time.</param>
    public StreamConnection(FlowId id, Hop peer, ConnectionPool? pool, SipConnectionOptions limits, ConnectionMeters meters, long now)
    {
        Id = id;
        Peer = peer with { Flow = id };
        Pool = pool;
        _limits = limits;
        _meters = meters;
        _outbox = new Outbox(limits.MaxQueuedBytes);
        _pingInterval = pool?.Target.Trunk?.Options.KeepAlive.Ticks ?? 0;
        _began = now;
        _lastActive = now;
    }

    public FlowId Id { get; }

    /// <summary>The far end.</summary>
    public Hop Peer { get; }

    /// <summary>The pool that it belongs to; null where the peer opened it.</summary>
    public ConnectionPool? Pool { get; }

    public bool IsIncoming => Pool is null;

    public ConnectionState State { get; private set; }

    /// <summary>The writing loop has not been told yet of what was added.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Keep-alives were added besides messages.</summary>
    public bool HasKeepAlive { get; set; }

    /// <summary>Something waits that the network has not taken.</summary>
    public bool HasUnwritten => _outbox.HasWork;

    public ConnectionLink Link { get; private set; } = null!;

    public void Start(Socket socket, ITlsHandshake? tls, Action<StreamConnection> raise, IPEndPoint? remote)
    {
        Link = new ConnectionLink(socket, tls, _outbox, _buffer, () => raise(this));
        Link.Start(remote);
    }

    public bool TryAdd(ReadOnlySpan<byte> message) => _outbox.TryAdd(message);

    public void Open(long now, Random random)
    {
        State = ConnectionState.Open;
        _began = now;
        _lastActive = now;
        _lastReceived = now;
        _stalledSince = now;
        SchedulePing(now, random);
    }

    /// <summary>Takes what the last read brought, message by message, then lends room for the next.</summary>
    /// <returns>Why the connection must end, or none.</returns>
    public SipConnectionFailure Receive(IStreamUser user, long now)
    {
        if (State != ConnectionState.Open)
        {
            return Discard();
        }

        _count += Link.Received;
        _lastActive = now;
        _lastReceived = now;
        var start = 0;
        while (State is ConnectionState.Open)
        {
            var frame = _framer.Next(_buffer.AsSpan(start, _count - start));
            if (frame.Kind == FrameKind.Incomplete)
            {
                break;
            }

            var piece = _buffer.AsSpan(start, frame.Length);
            start += frame.Length;
            if (!Take(frame.Kind, piece, user))
            {
                return SipConnectionFailure.NotSip;
            }
        }

        if (State is not ConnectionState.Open)
        {
            return SipConnectionFailure.None;
        }

        if (start > 0)
        {
            // What is left begins a new message.
            _buffer.AsSpan(start, _count - start).CopyTo(_buffer);
            _count -= start;
            _messageBegan = long.MaxValue;
        }

        if (_count > 0 && _messageBegan == long.MaxValue)
        {
            _messageBegan = now;
        }

        if (_count == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, StreamFramer.MaxMessage + 1));
        }

        Link.ReadInto(_buffer.AsMemory(_count));
        return SipConnectionFailure.None;
    }

    /// <summary>Nothing more is taken; what is queued is written, then it closes when the peer does.</summary>
    public void Finish(long now)
    {
        State = ConnectionState.Finishing;
        _began = now;
        Link.Finish();
        Link.ReadInto(_buffer);
    }

    public void Close()
    {
        State = ConnectionState.Closed;
        Link.Dispose();
    }

    /// <summary>Looks at its clocks, about once a second.</summary>
    /// <returns>Why the connection must end, or none.</returns>
    public SipConnectionFailure Check(long now, Random random)
    {
        switch (State)
        {
            case ConnectionState.Opening:
                return now - _began > _limits.ConnectTimeout.Ticks ? SipConnectionFailure.TimedOut : SipConnectionFailure.None;
            case ConnectionState.Finishing:
                return now - _began > _limits.WriteTimeout.Ticks ? SipConnectionFailure.Stalled : SipConnectionFailure.None;
            default:
                break;
        }

        if (IsStalled(now))
        {
            return SipConnectionFailure.Stalled;
        }

        if (now > _pongDue)
        {
            return SipConnectionFailure.NoPong;
        }

        var begun = IsIncoming && !_hasMessage ? Math.Min(_began, _messageBegan) : _messageBegan;
        if (now - begun > _limits.MessageTimeout.Ticks)
        {
            return SipConnectionFailure.NotSip;
        }

        if (Pool is not { IsPeer: true } && now - _lastActive > _limits.IdleTimeout.Ticks)
        {
            return SipConnectionFailure.Idle;
        }

        return now < _pingDue || Ping(now, random) ? SipConnectionFailure.None : SipConnectionFailure.Stalled;
    }

    /// <summary>Nothing at all came for a while.</summary>
    public bool IsSilentFor(TimeSpan wait, long now) => now - _lastReceived >= wait.Ticks;

    /// <summary>Something was sent: the connection is in use.</summary>
    public void Touch(long now) => _lastActive = now;

    private SipConnectionFailure Discard()
    {
        if (State == ConnectionState.Finishing && ++_discards <= MostDiscards)
        {
            Link.ReadInto(_buffer);
            return SipConnectionFailure.None;
        }

        return SipConnectionFailure.NotSip;
    }

    /// <summary>§18.3: one whole message, or why there is none.</summary>
    private bool Take(FrameKind kind, ReadOnlySpan<byte> piece, IStreamUser user)
    {
        switch (kind)
        {
            case FrameKind.Message:
                _hasMessage = true;
                _isHalfPing = false;
                user.OnMessage(piece, Peer);
                return true;
            case FrameKind.Ping:
                return Pong();
            case FrameKind.LineBreak:
                return LineBreak();
            case FrameKind.Blank:
                return true;
            case FrameKind.Garbage:
                return false;
            default:
                user.OnBrokenHead(piece, Peer, kind);
                return false;
        }
    }

    /// <summary>RFC 5626 §4.4.1: one CRLF answers our ping; where none is open, two of them are the peer's.</summary>
    private bool LineBreak()
    {
        if (_pongDue != long.MaxValue)
        {
            _pongDue = long.MaxValue;
            _meters.PongsReceived++;
            return true;
        }

        _isHalfPing = !_isHalfPing;
        return _isHalfPing || Pong();
    }

    /// <summary>RFC 5626 §3.5.1: CRLF answers a ping.</summary>
    private bool Pong()
    {
        _hasMessage = true;
        _meters.PingsReceived++;
        HasKeepAlive = true;
        return _outbox.TryAdd("\r\n"u8);
    }

    /// <summary>RFC 5626 §3.5.1: CRLF CRLF.</summary>
    private bool Ping(long now, Random random)
    {
        _pongDue = now + PongLimit;
        SchedulePing(now, random);
        _meters.PingsSent++;
        HasKeepAlive = true;
        return _outbox.TryAdd("\r\n\r\n"u8);
    }

    /// <summary>RFC 5626 §4.4.1: at a random moment between 80 and 100 % of the interval.</summary>
    private void SchedulePing(long now, Random random)
    {
        if (_pingInterval > 0)
        {
            _pingDue = now + (long)(_pingInterval * (0.8 + (0.2 * random.NextDouble())));
        }
    }

    private bool IsStalled(long now)
    {
        var taken = _outbox.Taken;
        if (!_outbox.HasWork || taken != _taken)
        {
            _taken = taken;
            _stalledSince = now;
            return false;
        }

        return now - _stalledSince > _limits.WriteTimeout.Ticks;
    }
}
