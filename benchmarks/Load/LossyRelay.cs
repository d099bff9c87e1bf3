using System.Net;
using System.Net.Sockets;

namespace Burgernet.Benchmarks.Load;

/// <summary>A UDP line to one far side that loses datagrams both ways, by a seed; each near address gets a port of its own towards the far side.</summary>
internal sealed class LossyRelay : IDisposable
{
    private const int LargestDatagram = 65_536;

    private readonly double _loss;
    private readonly int _seed;
    private readonly Socket _near;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Socket> _upstreams = [];
    private readonly List<Task> _pumpsBack = [];
    private Task _pumpOut = Task.CompletedTask;
    private IPEndPoint _far = new(IPAddress.Loopback, 9);
    private long _forwarded;
    private long _lost;

    /// <summary>A relay on a free port.</summary>
    /// <param name="loss">Share of datagrams that are lost each way, 0 to 1.</param>
    /// <param name="seed">Which ones.</param>
    public LossyRelay(double loss, int seed)
    {
        _loss = loss;
        _seed = seed;
        _near = NewSocket();
        EndPoint = (IPEndPoint)_near.LocalEndPoint!;
    }

    /// <summary>Where near sides send to.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Datagrams that went through, both ways.</summary>
    public long Forwarded => Interlocked.Read(ref _forwarded);

    /// <summary>Datagrams that did not.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Begins.</summary>
    /// <param name="far">The far side.</param>
    public void Start(IPEndPoint far)
    {
        _far = far;
        _pumpOut = Task.Run(() => PumpOutAsync(_ending.Token));
    }

    public void Dispose()
    {
        // The pumps first, the sockets after: one that is closed while a pump begins to send on it fails in ways of its own.
        _ending.Cancel();
        _pumpOut.Wait();
        Task.WaitAll([.. _pumpsBack]);
        _near.Dispose();
        foreach (var socket in _upstreams)
        {
            socket.Dispose();
        }

        _ending.Dispose();
    }

    private static Socket NewSocket()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
        {
            ReceiveBufferSize = 4 << 20,
            SendBufferSize = 4 << 20,
        };
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task PumpOutAsync(CancellationToken cancellation)
    {
        var random = new Random(_seed);
        var byNear = new Dictionary<SocketAddress, Socket>();
        var buffer = new byte[LargestDatagram];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        var far = _far.Serialize();
        while (await TryReceiveAsync(_near, buffer, from, cancellation) is >= 0 and var length)
        {
            if (!byNear.TryGetValue(from, out var upstream))
            {
                upstream = NewSocket();
                var near = new SocketAddress(AddressFamily.InterNetwork);
                from.Buffer.Span.CopyTo(near.Buffer.Span);
                byNear.Add(near, upstream);
                _upstreams.Add(upstream);
                var back = new Random(_seed + byNear.Count);
                _pumpsBack.Add(Task.Run(() => PumpBackAsync(upstream, near, back, cancellation), CancellationToken.None));
            }

            Pass(upstream, buffer.AsSpan(0, length), far, random);
        }
    }

    private async Task PumpBackAsync(Socket upstream, SocketAddress near, Random random, CancellationToken cancellation)
    {
        var buffer = new byte[LargestDatagram];
        var from = new SocketAddress(AddressFamily.InterNetwork);
        while (await TryReceiveAsync(upstream, buffer, from, cancellation) is >= 0 and var length)
        {
            Pass(_near, buffer.AsSpan(0, length), near, random);
        }
    }

    private void Pass(Socket by, ReadOnlySpan<byte> datagram, SocketAddress to, Random random)
    {
        if (random.NextDouble() < _loss)
        {
            Interlocked.Increment(ref _lost);
            return;
        }

        try
        {
            // Loopback takes it at once; many pumps send on one socket, which its asynchronous sending does not bear when they are told to end.
            by.SendTo(datagram, SocketFlags.None, to);
            Interlocked.Increment(ref _forwarded);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Nobody listens there any more, or we are closing: lost, as on any line.
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>The next datagram's length, or -1 when the relay ends.</summary>
    private static async ValueTask<int> TryReceiveAsync(Socket socket, byte[] buffer, SocketAddress from, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                return await socket.ReceiveFromAsync(buffer, SocketFlags.None, from, cancellation);
            }
            catch (SocketException)
            {
                // An ICMP error of an earlier datagram.
            }
            catch (Exception fault) when (fault is ObjectDisposedException or OperationCanceledException)
            {
                break;
            }
        }

        return -1;
    }
}
