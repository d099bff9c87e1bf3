using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Burgernet.TestKit;

/// <summary>UDP ports on loopback that are free now, for programs that must be told a number.</summary>
public static class FreeUdpPort
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Media = [];
    private static readonly HashSet<int> Told = [];

    /// <summary>Above the range that Linux gives connections their own port from (to 60,999), which would take it between our look and the program's.</summary>
    private const int FirstOfTcp = 61_000;

    /// <summary>One.</summary>
    public static int Take()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>One that is free over TCP as well, and that this process was not given before.</summary>
    public static int TakeWithTcp()
    {
        lock (Gate)
        {
            while (true)
            {
                var port = RandomNumberGenerator.GetInt32(FirstOfTcp, IPEndPoint.MaxPort + 1);
                if (!Told.Contains(port) && IsFree(port, ProtocolType.Udp) && IsFree(port, ProtocolType.Tcp) && Told.Add(port))
                {
                    return port;
                }
            }
        }
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

    private static bool AreFree(int first) => Enumerable.Range(first, 4).All(port => IsFree(port, ProtocolType.Udp));

    private static bool IsFree(int port, ProtocolType protocol)
    {
        try
        {
            using var socket = new Socket(
                AddressFamily.InterNetwork,
                protocol == ProtocolType.Tcp ? SocketType.Stream : SocketType.Dgram,
                protocol
            );
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
