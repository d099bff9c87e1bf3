namespace Burgernet.Sip;

/// <summary>What carries SIP between two neighbours (RFC 3261 §18).</summary>
public enum SipTransport
{
    /// <summary>Datagrams; requests and responses are repeated until they are answered.</summary>
    Udp,

    /// <summary>Connections that are kept, in the clear.</summary>
    Tcp,

    /// <summary>Connections by TLS 1.2 or 1.3, whose certificate and name are checked.</summary>
    Tls,
}
