using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Burgernet.Sip.Transport;

/// <summary>The half of a connection that runs on the thread pool: it connects, shakes hands, reads and writes. The other half is <see cref="StreamConnection"/>.</summary>
/// <remarks>
/// <para>How bytes cross threads. In: the loop reads into room that the signalling thread lent it, says so, and touches it no more until it is lent
/// room again; so nothing is copied, a busy signalling thread reads many messages at a time, and a peer that sends too much is slowed down by TCP itself.
/// Out: the signalling thread copies messages into the <see cref="Outbox"/> and opens a gate once per turn; the loop takes all of them at a time.</para>
/// <para>Without TLS both the write and the next read are tried on the signalling thread itself: one system call each, and no thread is woken for it.
/// With TLS, encryption happens on the thread pool. Loops and buffers live as long as the connection, so a message costs no allocation.</para>
/// </remarks>
internal sealed class ConnectionLink : IDisposable
{
    private readonly Socket _socket;
    private readonly ITlsHandshake? _tls;
    private readonly Outbox _outbox;
    private readonly Action _raise;
    private readonly AsyncGate _readGate;
    private readonly AsyncGate _writeGate;
    private readonly CancellationTokenSource _stop = new();
    private Stream? _stream;
    private Memory<byte> _room;
    private int _received;
    private int _signals;
    private int _failure;
    private bool _hasRead;
    private bool _isOurs;
    private volatile bool _isFinishing;

    /// <summary>For a socket that is connected, or not yet.</summary>
    /// <param name="socket">The socket; the link closes it.</param>
    /// <param name="tls">The handshake, or null for plain TCP.</param>
    /// <param name="outbox">What is to be written.</param>
    /// <param name="room">Where to read to at first.</param>
    /// <param name="raise">Told once when there are signals; from any thread.</param>
    public ConnectionLink(Socket socket, ITlsHandshake? tls, Outbox outbox, Memory<byte> room, Action raise)
    {
        _socket = socket;
        _tls = tls;
        _outbox = outbox;
        _room = room;
        _raise = raise;
        _readGate = new AsyncGate(isInline: tls is null);
        _writeGate = new AsyncGate(isInline: tls is null);
    }

    /// <summary>Bytes of the last read.</summary>
    public int Received => _received;

    /// <summary>Why it ended.</summary>
    public SipConnectionFailure Failure => (SipConnectionFailure)Volatile.Read(ref _failure);

    /// <summary>Done when the writing loop is.</summary>
    public Task Written { get; private set; } = Task.CompletedTask;

    /// <summary>A TLS 1.3 server that does not like the client's certificate says so, or closes, only after the client has seen a good handshake.</summary>
    private SipConnectionFailure AtEnd =>
        _tls is null || _hasRead || !_isOurs ? SipConnectionFailure.Lost : SipConnectionFailure.HandshakeRefused;

    /// <summary>Begins on the thread pool.</summary>
    /// <param name="remote">Where to connect to; null where the socket is connected.</param>
    public void Start(IPEndPoint? remote)
    {
        _isOurs = remote is not null;
        _ = Task.Run(() => RunAsync(remote));
    }

    /// <summary>Takes the signals since the last time.</summary>
    public ConnectionSignals TakeSignals() => (ConnectionSignals)Interlocked.Exchange(ref _signals, 0);

    /// <summary>Lends room for the next read.</summary>
    public void ReadInto(Memory<byte> room)
    {
        _room = room;
        _readGate.Open();
    }

    /// <summary>Writes what is in the outbox.</summary>
    public void Write() => _writeGate.Open();

    /// <summary>Writes what is in the outbox, then says goodbye.</summary>
    public void Finish()
    {
        _isFinishing = true;
        _writeGate.Open();
    }

    /// <summary>Closes at once.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _socket.Dispose();
        _readGate.Open();
        _writeGate.Open();
    }

    private async Task RunAsync(IPEndPoint? remote)
    {
        try
        {
            var failure = await OpenAsync(remote);
            if (failure != SipConnectionFailure.None)
            {
                End(failure);
                return;
            }

            Written = WriteAsync();
            Raise(ConnectionSignals.Opened);
            await Task.WhenAll(ReadAsync(), Written);
            await _stream!.DisposeAsync();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever a TLS library thinks of: a connection that nobody serves any more must not look open.
            End(SipConnectionFailure.Lost);
        }
    }

    private async Task<SipConnectionFailure> OpenAsync(IPEndPoint? remote)
    {
        try
        {
            if (remote is not null)
            {
                await _socket.ConnectAsync(remote, _stop.Token);
            }

            _stream = new NetworkStream(_socket, ownsSocket: true);
            if (_tls is null)
            {
                return SipConnectionFailure.None;
            }

            var (secured, failure) = await _tls.SecureAsync(_stream, _stop.Token);
            _stream = secured;
            return failure;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return SipConnectionFailure.Unreachable;
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // The signalling thread gave up, and knows why.
            return SipConnectionFailure.TimedOut;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _received = await _stream!.ReadAsync(_room, CancellationToken.None);
                if (_received == 0)
                {
                    break;
                }

                _hasRead = true;
                Raise(ConnectionSignals.Received);
                await _readGate.WaitAsync();
            }

            End(AtEnd);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            End(AtEnd);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await _writeGate.WaitAsync();
                for (var bytes = _outbox.Take(); !bytes.IsEmpty; bytes = _outbox.Take())
                {
                    await _stream!.WriteAsync(bytes, CancellationToken.None);
                }

                if (_isFinishing)
                {
                    await SayGoodbyeAsync();
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            End(SipConnectionFailure.Lost);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        if (_stream is SslStream secured)
        {
            await secured.ShutdownAsync();
        }

        _socket.Shutdown(SocketShutdown.Send);
    }

    private void End(SipConnectionFailure failure)
    {
        Interlocked.CompareExchange(ref _failure, (int)failure, (int)SipConnectionFailure.None);
        Raise(ConnectionSignals.Ended);
    }

    private void Raise(ConnectionSignals signals)
    {
        if (Interlocked.Or(ref _signals, (int)signals) == 0)
        {
            _raise();
        }
    }
}
