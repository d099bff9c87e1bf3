using Burgernet.Sip.Grammar;

namespace Burgernet.Sip.Transport;

/// <summary>Where a request inside a dialog goes: the first route's or the remote target's URI (RFC 3261 §12.2.1.1), read by RFC 3263 §4 as far as no name must be resolved.</summary>
internal static class NextHop
{
    /// <summary>An IPv4 literal is taken as it stands; a name goes where the dialog began (resolving is the caller's business).</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="began">Where the dialog's INVITE went, or came from.</param>
    /// <param name="isCaller">Whether we sent that INVITE.</param>
    public static Hop Of(ReadOnlySpan<byte> uri, in Hop began, bool isCaller)
    {
        if (!SipUri.TryParse(uri, out var target))
        {
            return began;
        }

        var transport = TransportOf(target, began);
        var port = target.Port == 0 ? Hop.DefaultPort(transport) : target.Port;
        if (!HostPort.TryReadIPv4(target.Host, out var address))
        {
            // The port that a caller's connection comes from is nobody's who listens.
            return began.IsReliable && !isCaller ? began with { Port = port } : began;
        }

        // §18.1.1: an open connection to the same place is used again. A caller's comes from a port that says nothing: there the address
        // decides, so that callers behind a firewall are reached by the way they opened (as RFC 5626 does for registrations).
        var keepsFlow = transport == began.Transport && address == began.Address && (!isCaller || port == began.Port);
        return new Hop(transport, address, port) { Trunk = began.Trunk, Flow = keepsFlow ? began.Flow : default };
    }

    /// <summary>§19.1.1: sips is TLS, else the transport parameter says; where it is absent or unknown the dialog stays with what it began with, though
    /// RFC 3263 §4.1 would fall back to UDP: peers that speak TCP to us often leave it out. What began with TLS never goes on in the clear.</summary>
    private static SipTransport TransportOf(in SipUri target, in Hop began)
    {
        if (began.Transport == SipTransport.Tls)
        {
            return SipTransport.Tls;
        }

        _ = Parameters.TryGet(target.UriParameters, "transport"u8, out var name);
        if (target.IsSecure || SipText.Same(name, "tls"u8))
        {
            // Without a name to expect in the certificate nothing would be checked.
            return began.Trunk?.Handshake is null ? began.Transport : SipTransport.Tls;
        }

        return SipText.Same(name, "tcp"u8) ? SipTransport.Tcp
            : SipText.Same(name, "udp"u8) ? SipTransport.Udp
            : began.Transport;
    }
}
