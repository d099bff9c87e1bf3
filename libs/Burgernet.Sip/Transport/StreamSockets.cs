using System.Net;
using System.Net.Sockets;

namespace Burgernet.Sip.Transport;

/// <summary>TCP sockets as connections want them.</summary>
internal static class StreamSockets
{
    /// <summary>Null where the process has no descriptor left, or the machine no port.</summary>
    public static Socket? TryCreate(IPAddress local)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(local, 0));
            if (TryConfigure(socket))
            {
                return socket;
            }
        }
        catch (SocketException)
        {
            // Told as unreachable.
        }

        socket?.Dispose();
        return null;
    }

    /// <summary>Small messages leave at once; a dead peer is noticed after about a minute and a half even where no SIP is spoken.</summary>
    public static bool TryConfigure(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
            return true;
        }
        catch (SocketException)
        {
            // The peer is gone already.
            return false;
        }
    }
}
