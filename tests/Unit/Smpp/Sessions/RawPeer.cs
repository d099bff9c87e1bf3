using System.Net;
using System.Net.Sockets;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Tests.Unit.Smpp.Sessions;

/// <summary>An SMSC, or an ESME, that a test writes octet by octet.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _taken = [];

    public RawPeer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>Takes a connection and answers its bind.</summary>
    public async Task<Socket> TakeBound()
    {
        var socket = await Take();
        var bind = await Read(socket);
        await socket.SendAsync(Header(bind.Header.Command.Response(), CommandStatus.Ok, bind.Header.Sequence, "smsc\0"u8));
        return socket;
    }

    public async Task<Socket> Take()
    {
        var socket = await _listener.AcceptAsync().WaitAsync(Rig.Patience);
        _taken.Add(socket);
        return socket;
    }

    /// <summary>The same, for as long as it takes.</summary>
    public async Task<Socket> Accept()
    {
        var socket = await _listener.AcceptAsync();
        _taken.Add(socket);
        return socket;
    }

    /// <summary>A connection to an SMSC.</summary>
    public static async Task<Socket> Connect(IPEndPoint smsc)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(smsc);
        return socket;
    }

    /// <summary>The next PDU; header of zeros where the connection ended.</summary>
    public static async Task<(PduHeader Header, byte[] Body)> Read(Socket socket)
    {
        var header = new byte[PduHeader.Size];
        if (!await Fill(socket, header))
        {
            return (default, []);
        }

        var read = PduHeader.Read(header);
        var body = new byte[read.Length - PduHeader.Size];
        return await Fill(socket, body) ? (read, body) : (default, []);
    }

    public static byte[] Header(CommandId command, CommandStatus status, uint sequence, ReadOnlySpan<byte> body = default)
    {
        var pdu = new byte[PduHeader.Size + body.Length];
        new PduHeader((uint)pdu.Length, command, status, sequence).Write(pdu);
        body.CopyTo(pdu.AsSpan(PduHeader.Size));
        return pdu;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _taken.ForEach(static socket => socket.Dispose());
    }

    private static async Task<bool> Fill(Socket socket, byte[] room)
    {
        try
        {
            for (var count = 0; count < room.Length; )
            {
                var read = await socket.ReceiveAsync(room.AsMemory(count)).AsTask().WaitAsync(Rig.Patience);
                if (read == 0)
                {
                    return false;
                }

                count += read;
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
