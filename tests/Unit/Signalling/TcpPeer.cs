using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>The far end of connections, as plain as can be.</summary>
internal sealed class TcpPeer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public TcpPeer(bool listens = true)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (listens)
        {
            Listen();
        }
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public List<Socket> Connections { get; } = [];

    public void Listen() => _listener.Listen();

    /// <summary>Takes connections that have come.</summary>
    public int Accept()
    {
        while (_listener.Poll(TimeSpan.Zero, SelectMode.SelectRead))
        {
            Connections.Add(_listener.Accept());
        }

        return Connections.Count;
    }

    /// <summary>What has come on a connection, without waiting.</summary>
    public string Read(int connection = 0)
    {
        if (Accept() <= connection)
        {
            return "";
        }

        var socket = Connections[connection];
        var text = new StringBuilder();
        var buffer = new byte[65_536];
        while (socket.Poll(TimeSpan.Zero, SelectMode.SelectRead))
        {
            var count = socket.Receive(buffer);
            if (count == 0)
            {
                text.Append("(end)");
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    public void Send(string text, int connection = 0) => Connections[connection].Send(Encoding.UTF8.GetBytes(text));

    public static Socket Connect(IPEndPoint to)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Connect(to);
        return socket;
    }

    public void Dispose()
    {
        _listener.Dispose();
        Connections.ForEach(static socket => socket.Dispose());
    }
}
