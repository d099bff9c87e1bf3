using System.Net;
using System.Net.Sockets;

namespace Burgernet.TestKit;

/// <summary>UDP ports on loopback that are free now, for programs that must be told a number.</summary>
public static class FreeUdpPort
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Media = [];

    /// <summary>One.</summary>
    public static int Take()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>An even one for RTP, whose next three are free too (RTCP, and sipp's second stream), and none of which this process was given before.</summary>
    public static int TakeEven()
    {
        lock (Gate)
        {
            while (true)
            {
                var port = Take();
                if (port % 4 == 0 && port < 65_532 && AreFree(port) && Media.Add(port))
                {
                    return port;
                }
            }
        }
    }

    private static bool AreFree(int first)
    {
        try
        {
            for (var port = first; port < first + 4; port++)
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            }

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
