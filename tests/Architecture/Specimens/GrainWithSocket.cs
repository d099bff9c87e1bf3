using System.Net.Sockets;

namespace Burgernet.Tests.Architecture.Specimens;

/// <summary>Wrong on purpose: public, not sealed, no pinned grain type, and a socket of its own.</summary>
public class GrainWithSocket : Grain
{
    public static void Open()
    {
        using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
        socket.Close();
    }
}
