using System.Net;

namespace Burgernet.Sip;

/// <summary>Settings of a trunk.</summary>
public sealed record SipTrunkOptions
{
    /// <summary>Most connections to one peer.</summary>
    public const int MostConnections = 16;

    private static readonly TimeSpan ShortestKeepAlive = TimeSpan.FromSeconds(12);

    /// <summary>Its name, for metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Address and port of the carrier (an address, not a name: resolving is the caller's).</summary>
    public required IPEndPoint Peer { get; init; }

    /// <summary>What carries SIP to the peer. Default UDP, which requests of any size then take.</summary>
    public SipTransport Transport { get; init; }

    /// <summary>How the peer is recognised; needed, and used, where <see cref="Transport"/> is TLS.</summary>
    public SipTlsOptions? Tls { get; init; }

    /// <summary>Whether our URIs are sips (RFC 3261 §26.2.2), which asks for TLS on every hop up to the far side; else they are sip with <c>transport=tls</c>, which most carriers expect. With TLS only.</summary>
    public bool UsesSips { get; init; }

    /// <summary>Connections to the peer that calls are spread over, with TCP and TLS. Default 1.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>How often a keep-alive is sent by each connection (RFC 5626 §4.4.1); one that is not answered within 10 s closes it. Default zero: none, since a peer
    /// that does not know them would lose healthy connections. Keep-alives of the peer are always answered.</summary>
    public TimeSpan KeepAlive { get; init; }

    /// <summary>Host part of From, To and Request-URI; null for the peer's address.</summary>
    public string? Domain { get; init; }

    /// <summary>User part of From where a call names none.</summary>
    public string DefaultFrom { get; init; } = "burgernet";

    /// <summary>Address put in Via, Contact and SDP where the local one is not what the peer reaches; null for the local address.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>Most calls at once on this trunk from this endpoint: a guard, not the cluster's limit. Default 10,000.</summary>
    public int MaxCalls { get; init; } = 10_000;

    /// <summary>What 401 and 407 are answered with; null lets them end the call.</summary>
    public SipCredentials? Credentials { get; init; }

    /// <summary>What cannot be meant, or null.</summary>
    internal string? Contradiction =>
        Transport == SipTransport.Tls && string.IsNullOrWhiteSpace(Tls?.HostName)
            ? "A trunk over TLS needs the name that its certificate must be for (Tls.HostName)."
        : UsesSips && Transport != SipTransport.Tls ? "sips URIs need TLS."
        : Connections is < 1 or > MostConnections ? $"A trunk has 1 to {MostConnections} connections."
        : KeepAlive < TimeSpan.Zero || (KeepAlive > TimeSpan.Zero && KeepAlive < ShortestKeepAlive)
            ? $"Keep-alives are sent every {ShortestKeepAlive.TotalSeconds} s or less often, or never (zero)."
        : null;
}
