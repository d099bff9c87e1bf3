using System.Net;
using System.Net.Sockets;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>An SMSC that answers what a test says, over however many connections it takes: a busy machine may lose some.</summary>
internal sealed class ScriptedSmsc : IDisposable
{
    private readonly RawPeer _peer = new();
    private readonly Lock _lock = new();
    private readonly List<(Socket Socket, PduHeader Header)> _asked = [];

    public ScriptedSmsc() => _ = Task.Run(TakeAsync);

    public IPEndPoint EndPoint => _peer.EndPoint;

    /// <summary>With which status a request is answered; null for not at all.</summary>
    public Func<CommandId, CommandStatus?> Answers { get; set; } = static _ => CommandStatus.Ok;

    /// <summary>How often something was asked.</summary>
    public int Asked(CommandId command)
    {
        lock (_lock)
        {
            return _asked.Count(asked => asked.Header.Command == command);
        }
    }

    /// <summary>Answers the last request of a kind, however late.</summary>
    public Task AnswerLast(CommandId command, byte[] body)
    {
        (Socket Socket, PduHeader Header) last;
        lock (_lock)
        {
            last = _asked.FindLast(asked => asked.Header.Command == command);
        }

        return last.Socket.SendAsync(RawPeer.Header(command.Response(), CommandStatus.Ok, last.Header.Sequence, body));
    }

    public void Dispose() => _peer.Dispose();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _peer.Accept();
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            while (true)
            {
                var (header, _) = await RawPeer.Read(socket);
                if (header == default)
                {
                    return;
                }

                lock (_lock)
                {
                    _asked.Add((socket, header));
                }

                if (Answers(header.Command) is { } status)
                {
                    var body =
                        status != CommandStatus.Ok || header.Command is CommandId.EnquireLink or CommandId.Unbind ? [] : "1\0"u8.ToArray();
                    await socket.SendAsync(RawPeer.Header(header.Command.Response(), status, header.Sequence, body));
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or TimeoutException)
        {
            // The other end has gone, or the test is over.
        }
    }
}
