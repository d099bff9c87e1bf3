using System.Net;

namespace Burgernet.Sip.Transport;

/// <summary>Where datagrams of the signalling go out.</summary>
internal interface ISipWire
{
    void Send(ReadOnlySpan<byte> datagram, SocketAddress to);
}
