using System.Net.Sockets;

namespace Burgernet.Smpp.Session;

/// <summary>A connection as it was had: plain or secured.</summary>
/// <param name="Stream">What is read and written.</param>
/// <param name="Socket">What lies below; closed with the stream.</param>
internal sealed record Wire(Stream Stream, Socket Socket)
{
    /// <summary>
    /// Ends both directions, so that loops which read and write come back, and what was written still arrives. Closing a socket that is being read
    /// would reset it, and the peer might never see our last words.
    /// </summary>
    public void Shutdown()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It is over already.
        }
    }
}
