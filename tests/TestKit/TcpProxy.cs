using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Burgernet.TestKit;

/// <summary>Stands between a client and a server on loopback and lets the way between them fail: refused, stalled, cut, a reply lost.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly ConcurrentDictionary<Pair, Task> _pairs = new();
    private readonly Lock _changing = new();
    private TcpListener _listener = null!;
    private Task _accepting = Task.CompletedTask;
    private TaskCompletionSource _flow = Flowing();
    private byte[]? _loseReplyTo;
    private byte[]? _stallAfter;
    private int _repliesLost;

    private TcpProxy(IPEndPoint target) => _target = target;

    /// <summary>Where clients connect.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>How many replies were lost by <see cref="LoseReplyTo"/>.</summary>
    public int RepliesLost => Volatile.Read(ref _repliesLost);

    /// <summary>Whether nothing gets through, since <see cref="Stall"/> or <see cref="StallAfter"/>.</summary>
    public bool Stalled => !_flow.Task.IsCompleted;

    /// <summary>Starts one, on a free port, that lets everything through.</summary>
    public static TcpProxy Start(IPEndPoint target)
    {
        var proxy = new TcpProxy(target);
        proxy.Accept();
        return proxy;
    }

    /// <summary>From now on whoever connects is refused; who is connected is cut.</summary>
    public async Task Refuse()
    {
        _listener.Stop();
        await _accepting;
        Cut();
    }

    /// <summary>Takes connections again, at the same address.</summary>
    public void Accept()
    {
        _listener = new TcpListener(EndPoint);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = Run(_listener);
    }

    /// <summary>From now on nothing gets through, in both directions; connections stay open, and new ones are taken.</summary>
    public void Stall()
    {
        lock (_changing)
        {
            if (_flow.Task.IsCompleted)
            {
                _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>The next request that holds this text reaches the server; from then on nothing gets through (<see cref="Stall"/>), its answer neither.</summary>
    /// <param name="text">ASCII.</param>
    public void StallAfter(string text) => Volatile.Write(ref _stallAfter, Encoding.ASCII.GetBytes(text));

    /// <summary>Lets through what was stalled, and all that comes.</summary>
    public void Flow() => _flow.TrySetResult();

    /// <summary>Resets every connection.</summary>
    public void Cut()
    {
        foreach (var pair in _pairs.Keys)
        {
            pair.Close();
        }
    }

    /// <summary>The next request that holds this text reaches the server and is answered; the answer is lost, with the connection.</summary>
    /// <param name="text">ASCII, for instance <c>COMMIT</c>.</param>
    public void LoseReplyTo(string text) => Volatile.Write(ref _loseReplyTo, Encoding.ASCII.GetBytes(text));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Refuse();
        Flow();
        await Task.WhenAll(_pairs.Values);
    }

    private static TaskCompletionSource Flowing()
    {
        var flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flow.SetResult();
        return flow;
    }

    private async Task Run(TcpListener listener)
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptSocketAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            var pair = new Pair(client);
            _pairs[pair] = Task.CompletedTask;
            _pairs[pair] = Join(pair);
        }
    }

    private async Task Join(Pair pair)
    {
        await Task.Yield();
        try
        {
            await pair.Server.ConnectAsync(_target);
            await Task.WhenAny(
                Carry(pair, pair.Client, pair.Server, isRequest: true),
                Carry(pair, pair.Server, pair.Client, isRequest: false)
            );
        }
        catch (SocketException)
        {
            // The server is not there: the client learns it by the cut.
        }

        pair.Close();
        _pairs.TryRemove(pair, out _);
    }

    private async Task Carry(Pair pair, Socket from, Socket to, bool isRequest)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                await _flow.Task;
                if (isRequest && Volatile.Read(ref _loseReplyTo) is { } text && buffer.AsSpan(0, length).IndexOf(text) >= 0)
                {
                    Volatile.Write(ref _loseReplyTo, null);
                    pair.LosesReply = true;
                }
                else if (!isRequest && pair.LosesReply)
                {
                    Interlocked.Increment(ref _repliesLost);
                    return;
                }

                if (isRequest && Volatile.Read(ref _stallAfter) is { } last && buffer.AsSpan(0, length).IndexOf(last) >= 0)
                {
                    Volatile.Write(ref _stallAfter, null);
                    Stall();
                }

                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side is gone; the other is closed with it.
        }
    }

    private sealed class Pair(Socket client)
    {
        private volatile bool _losesReply;

        public Socket Client => client;

        public Socket Server { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public bool LosesReply
        {
            get => _losesReply;
            set => _losesReply = value;
        }

        public void Close()
        {
            foreach (var socket in new[] { client, Server })
            {
                // A reset, not a polite end.
                socket.Close(timeout: 0);
            }
        }
    }
}
