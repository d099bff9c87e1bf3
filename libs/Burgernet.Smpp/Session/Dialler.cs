using System.Net;
using System.Net.Sockets;

namespace Burgernet.Smpp.Session;

/// <summary>Gets connections to an SMSC: opens them, or takes those that the SMSC opens to us for an outbind.</summary>
internal sealed class Dialler : IDisposable
{
    private readonly SmppClientOptions _options;
    private readonly TimeProvider _time;
    private readonly Socket? _listener;

    public Dialler(SmppClientOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        if (options.ListenForOutbind is { } listen)
        {
            _listener = new Socket(listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                _listener.Bind(listen);
                _listener.Listen();
            }
            catch (SocketException)
            {
                _listener.Dispose();
                throw;
            }
        }
    }

    /// <summary>Where outbinds are taken, or null.</summary>
    public IPEndPoint? LocalEndPoint => (IPEndPoint?)_listener?.LocalEndPoint;

    /// <summary>One connection.</summary>
    /// <returns>It, or why there is none.</returns>
    public async Task<(Wire? Wire, SmppFailure Failure)> OpenAsync(CancellationToken stop)
    {
        if (_listener is not null)
        {
            return await TakeAsync(_listener, stop);
        }

        using var limit = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        var socket = NewSocket(_options.Smsc!);
        try
        {
            await socket.ConnectAsync(_options.Smsc!, either.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            if (_options.Tls is not { } tls)
            {
                return (new Wire(stream, socket), SmppFailure.None);
            }

            var (secured, failure) = await TlsHandshake.AsClient(stream, tls, either.Token);
            return (secured is null ? null : new Wire(secured, socket), failure);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return (null, SmppFailure.Unreachable);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            return (null, stop.IsCancellationRequested ? SmppFailure.Closed : SmppFailure.TimedOut);
        }
    }

    public void Dispose() => _listener?.Dispose();

    private static Socket NewSocket(EndPoint smsc) =>
        smsc is IPEndPoint address
            ? new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private static async Task<(Wire? Wire, SmppFailure Failure)> TakeAsync(Socket listener, CancellationToken stop)
    {
        try
        {
            var socket = await listener.AcceptAsync(stop);
            socket.NoDelay = true;
            return (new Wire(new NetworkStream(socket, ownsSocket: true), socket), SmppFailure.None);
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return (null, stop.IsCancellationRequested ? SmppFailure.Closed : SmppFailure.Unreachable);
        }
    }
}
