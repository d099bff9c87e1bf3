using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Diagnostics;

namespace Burgernet.Sip.Transport;

/// <summary>All connections of an endpoint, RFC 3261 §18 over TCP and TLS: opens, accepts, finds and closes them. The signalling thread's, unless a member says otherwise.</summary>
internal sealed class StreamTransport : IDisposable
{
    /// <summary>Signals handled before datagrams and timers get their turn.</summary>
    private const int Share = 64;

    /// <summary>How often connections look at their clocks.</summary>
    private static readonly long SweepInterval = TimeSpan.TicksPerSecond;

    /// <summary>How long the last words may take when the endpoint closes.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly SipConnectionOptions _limits;
    private readonly IPAddress _local;
    private readonly Random _random;
    private readonly Action _wake;
    private readonly Action<StreamConnection> _raise;
    private readonly ConcurrentQueue<StreamConnection> _raised = new();
    private readonly ConnectionSlots _slots = new();
    private readonly Dictionary<PoolKey, ConnectionPool> _pools = [];
    private readonly List<StreamConnection> _dirty = [];
    private readonly Queue<(FlowId Flow, SipConnectionFailure Failure)> _lost = new();
    private StreamListener[] _listeners = [];
    private volatile SipTrunk[] _trunks = [];
    private long _now;
    private long _nextSweep = long.MaxValue;
    private uint _stillborn;
    private int _incoming;

    /// <summary>Without connections yet.</summary>
    /// <param name="limits">Bounds.</param>
    /// <param name="local">The address that connections are opened from.</param>
    /// <param name="random">For the moments of keep-alives.</param>
    /// <param name="wake">Wakes the signalling thread; any thread calls it.</param>
    public StreamTransport(SipConnectionOptions limits, IPAddress local, Random random, Action wake)
    {
        _limits = limits;
        _local = local;
        _random = random;
        _wake = wake;
        _raise = connection =>
        {
            _raised.Enqueue(connection);
            _wake();
        };
    }

    public IStreamUser User { get; set; } = null!;

    public ConnectionMeters Meters { get; } = new();

    /// <summary>Something happened that <see cref="Turn"/> has not seen.</summary>
    public bool HasMore => _lost.Count > 0 || !_raised.IsEmpty;

    public long NextDue => _nextSweep;

    /// <summary>Listens from now on; before the signalling thread starts.</summary>
    public void Listen(params StreamListener[] listeners)
    {
        _listeners = listeners;
        foreach (var listener in listeners)
        {
            listener.Start(_wake);
        }
    }

    /// <summary>Makes a trunk's settings known for connections from its address; from any thread, one at a time.</summary>
    public void Add(SipTrunk trunk) => _trunks = [.. _trunks, trunk];

    /// <summary>Queues a message on the hop's connection, or on one to its address (§18.1.1, §18.2.2). A connection that cannot be had is told as lost in the next turn.</summary>
    public Hop Send(ReadOnlySpan<byte> message, in Hop to)
    {
        var connection = Find(to.Flow);
        if (connection is not { State: ConnectionState.Opening or ConnectionState.Open })
        {
            connection = Borrow(to, out var failure);
            if (connection is null)
            {
                var stillborn = new FlowId(-1, ++_stillborn);
                _lost.Enqueue((stillborn, failure));
                return to with { Flow = stillborn };
            }
        }

        if (connection.TryAdd(message))
        {
            connection.Touch(_now);
            Mark(connection);
        }
        else
        {
            End(connection, SipConnectionFailure.Stalled);
        }

        return to with
        {
            Flow = connection.Id,
        };
    }

    /// <summary>A connection by its name; null when it is over.</summary>
    public StreamConnection? Find(FlowId flow) => _slots.Find(flow);

    /// <summary>A request that was sent by a connection got no answer for so long that, if nothing else came either, the connection is dead without saying so (a firewall forgot it).</summary>
    public void Doubt(FlowId flow, TimeSpan wait)
    {
        if (Find(flow) is { State: ConnectionState.Open } connection && connection.IsSilentFor(wait, _now))
        {
            End(connection, SipConnectionFailure.Silent);
        }
    }

    /// <summary>Handles what came, and tells of connections that are gone.</summary>
    /// <returns>Whether there is more.</returns>
    public bool Turn(long now)
    {
        _now = now;
        foreach (var listener in _listeners)
        {
            while (listener.TryTake() is { } socket)
            {
                Accept(socket, listener);
            }
        }

        for (var taken = 0; taken < Share && _raised.TryDequeue(out var connection); taken++)
        {
            Handle(connection);
        }

        while (_lost.TryDequeue(out var lost))
        {
            User.OnLost(lost.Flow, lost.Failure);
        }

        return HasMore;
    }

    /// <summary>Lets the connections look at their clocks.</summary>
    public void OnTime(long now)
    {
        _now = now;
        if (now < _nextSweep)
        {
            return;
        }

        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots.At(slot) is { } connection)
            {
                var failure = connection.Check(now, _random);
                if (failure != SipConnectionFailure.None)
                {
                    End(connection, failure);
                }
                else if (connection.HasKeepAlive)
                {
                    Mark(connection);
                }
            }
        }

        foreach (var (key, pool) in _pools)
        {
            if (pool.IsEmpty && now >= pool.RestsUntil)
            {
                _pools.Remove(key);
            }
        }

        _nextSweep = _slots.Living > 0 ? now + SweepInterval : long.MaxValue;
    }

    /// <summary>Has the network take what was sent in this turn: many messages at a time.</summary>
    public void Flush()
    {
        foreach (var connection in _dirty)
        {
            connection.IsDirty = false;
            connection.HasKeepAlive = false;
            if (connection.State == ConnectionState.Open)
            {
                connection.Link.Write();
            }
        }

        _dirty.Clear();
    }

    /// <summary>Writes the last words and closes everything; blocks for <see cref="Goodbye"/> at most.</summary>
    public void Dispose()
    {
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        var open = Enumerable.Range(0, _slots.Count).Select(_slots.At).OfType<StreamConnection>().ToArray();
        foreach (var connection in open.Where(static one => one.State == ConnectionState.Open))
        {
            connection.Finish(_now);
        }

        Task.WaitAll([.. open.Select(static one => one.Link.Written)], Goodbye);
        foreach (var connection in open)
        {
            connection.Close();
        }
    }

    private void Handle(StreamConnection connection)
    {
        var signals = connection.Link.TakeSignals();
        if (connection.State == ConnectionState.Closed)
        {
            return;
        }

        if ((signals & ConnectionSignals.Opened) != ConnectionSignals.None)
        {
            Meters.Opened++;
            connection.Open(_now, _random);
            connection.Link.Write();
        }

        if ((signals & ConnectionSignals.Received) != ConnectionSignals.None)
        {
            var failure = connection.Receive(User, _now);
            if (failure != SipConnectionFailure.None)
            {
                End(connection, failure);
            }
            else if (connection.HasKeepAlive)
            {
                Mark(connection);
            }
        }

        if ((signals & ConnectionSignals.Ended) != ConnectionSignals.None)
        {
            if (connection.IsDirty)
            {
                // A peer that said its last word may still listen to ours.
                connection.Link.Write();
            }

            End(connection, connection.Link.Failure);
        }
    }

    private void Mark(StreamConnection connection)
    {
        if (!connection.IsDirty)
        {
            connection.IsDirty = true;
            _dirty.Add(connection);
        }
    }

    /// <summary>§18.1.1: a connection to the hop's address, opened where there is none; over TLS only with a trunk that names the host (§26.3.1).</summary>
    private StreamConnection? Borrow(in Hop to, out SipConnectionFailure failure)
    {
        var trunk = to.Trunk ?? TrunkAt(to);
        if (to.Transport == SipTransport.Tls && trunk?.Handshake is null)
        {
            failure = SipConnectionFailure.NoTlsSettings;
            return null;
        }

        var key = new PoolKey(to.Transport, to.Address, to.Port, trunk);
        if (!_pools.TryGetValue(key, out var pool))
        {
            var isPeer = trunk is not null && IsAt(trunk, to) && trunk.Hop.Port == to.Port;
            pool = new ConnectionPool(to with { Trunk = trunk, Flow = default }, isPeer);
            _pools[key] = pool;
        }

        failure = SipConnectionFailure.None;
        var connection = pool.Next(out var place);
        if (connection is not null)
        {
            return connection;
        }

        failure =
            _now < pool.RestsUntil ? pool.LastFailure
            : _slots.Living - _incoming >= _limits.MaxOutgoing ? SipConnectionFailure.TooMany
            : SipConnectionFailure.None;
        return failure == SipConnectionFailure.None ? Connect(pool, place, out failure) : pool.Any();
    }

    private StreamConnection? Connect(ConnectionPool pool, int place, out SipConnectionFailure failure)
    {
        if (StreamSockets.TryCreate(_local) is not { } socket)
        {
            failure = SipConnectionFailure.Unreachable;
            return null;
        }

        failure = SipConnectionFailure.None;
        var target = pool.Target;
        var connection = new StreamConnection(_slots.Reserve(), target, pool, _limits, Meters, _now);
        pool.Put(place, connection);
        Begin(connection, socket, target.Transport == SipTransport.Tls ? target.Trunk!.Handshake : null, target.ToEndPoint());
        return connection;
    }

    /// <summary>§18.2.1: a connection of a peer; our requests to it may take it too (§18.1.1).</summary>
    private void Accept(Socket socket, StreamListener listener)
    {
        if (_incoming >= _limits.MaxIncoming || socket.RemoteEndPoint is not IPEndPoint remote || !StreamSockets.TryConfigure(socket))
        {
            Meters.Failures[(int)SipConnectionFailure.TooMany]++;
            socket.Dispose();
            return;
        }

        _incoming++;
        Meters.Accepted++;
        var peer = Hop.Udp(remote) with { Transport = listener.Transport };
        peer = peer with { Trunk = TrunkAt(peer) };
        Begin(new StreamConnection(_slots.Reserve(), peer, pool: null, _limits, Meters, _now), socket, listener.Tls, remote: null);
    }

    private void Begin(StreamConnection connection, Socket socket, ITlsHandshake? tls, IPEndPoint? remote)
    {
        _slots.Put(connection);
        Meters.Living = _slots.Living;
        _nextSweep = Math.Min(_nextSweep, _now + SweepInterval);
        connection.Start(socket, tls, _raise, remote);
    }

    private void End(StreamConnection connection, SipConnectionFailure failure)
    {
        var state = connection.State;
        if (state is ConnectionState.Opening or ConnectionState.Open)
        {
            Meters.Failures[(int)failure]++;
            _lost.Enqueue((connection.Id, failure));
            if (connection.Pool is { } pool)
            {
                pool.Remove(connection);
                pool.LastFailure = failure;
                pool.RestsUntil = state == ConnectionState.Opening ? _now + _limits.ReconnectDelay.Ticks : pool.RestsUntil;
            }
        }

        if (state == ConnectionState.Open && failure == SipConnectionFailure.NotSip)
        {
            // The answer that says so goes out first.
            connection.Finish(_now);
        }
        else if (state != ConnectionState.Closed)
        {
            connection.Close();
            _slots.Remove(connection);
            _incoming -= connection.IsIncoming ? 1 : 0;
            Meters.Living = _slots.Living;
        }
    }

    private SipTrunk? TrunkAt(in Hop peer)
    {
        foreach (var trunk in _trunks)
        {
            if (IsAt(trunk, peer))
            {
                return trunk;
            }
        }

        return null;
    }

    private static bool IsAt(SipTrunk trunk, in Hop hop) => trunk.Hop.Transport == hop.Transport && trunk.Hop.Address == hop.Address;
}
