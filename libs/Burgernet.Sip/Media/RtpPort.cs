using System.Net;
using System.Net.Sockets;

namespace Burgernet.Sip.Media;

/// <summary>A bound UDP port that neither blocks nor throws: what the network refuses is counted and lost, as on any network.</summary>
internal abstract class RtpPort : IDisposable
{
    /// <summary>Binds one.</summary>
    /// <param name="address">Where.</param>
    /// <param name="port">Its number.</param>
    /// <param name="bufferBytes">Room for what waits; 0 for the system's.</param>
    /// <exception cref="SocketException">The port is taken, or there is no descriptor left.</exception>
    public static RtpPort Bind(IPAddress address, int port, int bufferBytes = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        try
        {
            if (bufferBytes > 0)
            {
                socket.ReceiveBufferSize = bufferBytes;
            }

            socket.Bind(new IPEndPoint(address, port));
            return OperatingSystem.IsLinux() ? new LinuxRtpPort(socket) : new ManagedRtpPort(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a datagram.</summary>
    /// <returns>False when it was not sent: a full buffer, no route, an ICMP error that came back.</returns>
    public abstract bool Send(ReadOnlySpan<byte> packet, RtpAddress to);

    /// <summary>Takes what waits, up to a batch. Less than a whole batch means that nothing is left.</summary>
    /// <returns>False when the system reported an error, which takes the place of a datagram.</returns>
    public abstract bool Receive(ReceivedBatch batch);

    public abstract void Dispose();
}
