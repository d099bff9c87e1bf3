using System.Net;
using System.Runtime.InteropServices;
using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Transport;

/// <summary>Where a message goes next or came from: a transport, an IPv4 address and a port, and the connection that is to be used while it lasts.</summary>
/// <remarks>With a connection transport a message takes <see cref="Flow"/> if that is still open, and otherwise a connection to the address, which is
/// opened where there is none: this one rule serves responses (RFC 3261 §18.2.2) and requests (§18.1.1) alike.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hop(SipTransport Transport, uint Address, int Port)
{
    /// <summary>The connection that it came on or was sent on; none for UDP, and until the first message is sent.</summary>
    public FlowId Flow { get; init; }

    /// <summary>Whose connection settings hold when one must be opened (above all the name to expect in a certificate); null outside trunks.</summary>
    public SipTrunk? Trunk { get; init; }

    /// <summary>Nothing is lost or repeated underneath us, RFC 3261 §17: no retransmissions.</summary>
    public bool IsReliable => Transport != SipTransport.Udp;

    public static Hop Udp(IPEndPoint endPoint) => new(SipTransport.Udp, HostPort.ToUInt32(endPoint.Address), endPoint.Port);

    /// <summary>RFC 3261 §19.1.2: where a URI or Via names no port.</summary>
    public static int DefaultPort(SipTransport transport) => transport == SipTransport.Tls ? 5061 : 5060;

    public IPEndPoint ToEndPoint() =>
        new(new IPAddress([(byte)(Address >> 24), (byte)(Address >> 16), (byte)(Address >> 8), (byte)Address]), Port);
}
