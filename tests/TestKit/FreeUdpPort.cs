using System.Net;
using System.Net.Sockets;

namespace Burgernet.TestKit;

/// <summary>UDP ports on loopback that are free now, for programs that must be told a number.</summary>
public static class FreeUdpPort
{
    /// <summary>One.</summary>
    public static int Take()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>An even one, for RTP.</summary>
    public static int TakeEven()
    {
        int port;
        do
        {
            port = Take();
        } while (port % 2 != 0);

        return port;
    }
}
