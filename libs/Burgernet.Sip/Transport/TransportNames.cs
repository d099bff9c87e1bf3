namespace Burgernet.Sip.Transport;

/// <summary>transport = "UDP" / "TCP" / "TLS", RFC 3261 §25.1 (Via), and the transport parameter of URIs (§19.1.1).</summary>
internal static class TransportNames
{
    public static ReadOnlySpan<byte> Of(SipTransport transport) =>
        transport switch
        {
            SipTransport.Tcp => "TCP"u8,
            SipTransport.Tls => "TLS"u8,
            _ => "UDP"u8,
        };

    /// <summary>What a Contact of ours says besides address and port; nothing for UDP, which is what silence means.</summary>
    public static ReadOnlySpan<byte> UriParameterOf(SipTransport transport) =>
        transport switch
        {
            SipTransport.Tcp => ";transport=tcp"u8,
            SipTransport.Tls => ";transport=tls"u8,
            _ => default,
        };
}
