using System.Net;
using System.Net.Sockets;
using Burgernet.Sip.Threading;

namespace Burgernet.Sip.Transport;

/// <summary>Takes connections of others, on the thread pool, and hands them to the signalling thread.</summary>
internal sealed class StreamListener : IDisposable
{
    private const int Backlog = 512;

    /// <summary>Accepted and not yet seen by the signalling thread; more are closed.</summary>
    private const int MostWaiting = 64;

    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly BoundedQueue<Socket> _accepted = new(MostWaiting);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Binds and listens; accepts from <see cref="Start"/> on.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public StreamListener(IPEndPoint listen, SipTransport transport, ITlsHandshake? tls)
    {
        Transport = transport;
        Tls = tls;
        try
        {
            _socket.Bind(listen);
            _socket.Listen(Backlog);
        }
        catch
        {
            Dispose();
            throw;
        }

        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint EndPoint { get; }

    public SipTransport Transport { get; }

    public ITlsHandshake? Tls { get; }

    /// <summary>Begins.</summary>
    /// <param name="wake">Called, on the thread pool, when there is one to take.</param>
    public void Start(Action wake) => _ = Task.Run(() => AcceptAsync(wake));

    /// <summary>The next connection; for the signalling thread.</summary>
    public Socket? TryTake() => _accepted.TryDequeue(out var socket) ? socket : null;

    public void Dispose()
    {
        _stop.Cancel();
        _socket.Dispose();
        while (TryTake() is { } socket)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync(Action wake)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_stop.Token);
                if (!_accepted.TryEnqueue(socket))
                {
                    socket.Dispose();
                }

                wake();
            }
            catch (SocketException)
            {
                // The peer left before it was taken, or the process has no descriptor left: then trying at once would spin.
                await Task.Delay(AfterFault, TimeProvider.System, CancellationToken.None);
            }
            catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
