using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>An SMSC, as far as its ESMEs see one: takes their binds and messages, delivers to them. For the practice carrier and for tests.</summary>
public sealed class SmppServer : IAsyncDisposable
{
    private readonly SmppServerOptions _options;
    private readonly ISmppServerHandler _handler;
    private readonly TimeProvider _time;
    private readonly Socket _listener;
    private readonly SmppInstruments _instruments;
    private readonly ConcurrentDictionary<SmppServerSession, Task> _sessions = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _isDisposed;

    private SmppServer(SmppServerOptions options, ISmppServerHandler handler, Socket listener, TimeProvider time)
    {
        _options = options;
        _handler = handler;
        _listener = listener;
        _time = time;
        LocalEndPoint = (IPEndPoint)listener.LocalEndPoint!;
        _instruments = new SmppInstruments(Meters, options.SystemId);
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>Those that are bound.</summary>
    public IReadOnlyList<SmppServerSession> Sessions => [.. _sessions.Keys.Where(static session => session.IsBound)];

    internal LinkMeters Meters { get; } = new();

    /// <summary>Starts one.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="handler">What it does with those who bind.</param>
    /// <param name="time">Clock; the system's by default.</param>
    /// <exception cref="ArgumentException">A setting cannot be.</exception>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static SmppServer Start(SmppServerOptions options, ISmppServerHandler handler, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handler);
        if (options.Examine() is { } reason)
        {
            throw new ArgumentException(reason, nameof(options));
        }

        var listener = new Socket(options.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(options.Listen);
            listener.Listen();
            return new SmppServer(options, handler, listener, time ?? TimeProvider.System);
        }
        catch (SocketException)
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection to an ESME that listens, and asks it to bind (SMPP 3.4 §2.2.1).</summary>
    /// <param name="esme">Where it listens.</param>
    /// <param name="credentials">Who we are to it.</param>
    /// <param name="cancellation">Gives up connecting.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public async Task OutbindAsync(IPEndPoint esme, SmppCredentials credentials, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(esme);
        ArgumentNullException.ThrowIfNull(credentials);
        var socket = new Socket(esme.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(esme, cancellation);
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }

        var session = Serve(new Wire(new NetworkStream(socket, ownsSocket: true), socket));
        var pdu = new byte[64];
        var outbind = new OutbindPdu
        {
            SystemId = Encoding.Latin1.GetBytes(credentials.SystemId),
            Password = Encoding.Latin1.GetBytes(credentials.Password),
        };
        outbind.TryWrite(pdu, session.Link.NextSequence(), out var written);
        session.Link.Send(pdu.AsSpan(0, written));
    }

    /// <summary>Unbinds every session once what waits for it was delivered, within the grace, and stops listening.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions.Keys.Select(session => session.UnbindAsync(grace)));
        await Task.WhenAll(_sessions.Values);
    }

    /// <summary>Closes everything at once, without unbinding anyone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        foreach (var session in _sessions.Keys)
        {
            session.Close();
        }

        await StopAsync(TimeSpan.Zero);
        _instruments.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptAsync(_stop.Token);
            }
            catch (Exception fault) when (fault is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                if (fault is SocketException && !_stop.IsCancellationRequested)
                {
                    // One that was reset before we took it; the next is another's.
                    continue;
                }

                return;
            }

            if (_sessions.Count >= _options.MaxSessions)
            {
                socket.Dispose();
                continue;
            }

            socket.NoDelay = true;
            var stream = new NetworkStream(socket, ownsSocket: true);
            if (_options.Tls is null)
            {
                Serve(new Wire(stream, socket));
            }
            else
            {
                _ = SecureAsync(stream, socket, _options.Tls);
            }
        }
    }

    private async Task SecureAsync(NetworkStream stream, Socket socket, SmppTlsListenerOptions tls)
    {
        using var limit = new CancellationTokenSource(_options.BindTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            if (await TlsHandshake.AsServer(stream, tls, either.Token) is { Secured: { } secured })
            {
                Serve(new Wire(secured, socket));
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever an ESME and the TLS library think of: the next one is taken all the same.
            await stream.DisposeAsync();
        }
    }

    private SmppServerSession Serve(Wire wire)
    {
        var session = new SmppServerSession(wire, _options, _handler, Meters, _time);
        _sessions[session] = session.Over;
        _ = ForgetAsync(session);
        session.Start();
        return session;
    }

    private async Task ForgetAsync(SmppServerSession session)
    {
        await session.Over;
        _sessions.TryRemove(session, out _);
    }
}
