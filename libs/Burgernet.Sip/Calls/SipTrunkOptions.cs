using System.Net;

namespace Burgernet.Sip;

/// <summary>Settings of a trunk.</summary>
public sealed record SipTrunkOptions
{
    /// <summary>Its name, for metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Address and port of the carrier (an address, not a name: resolving is the caller's).</summary>
    public required IPEndPoint Peer { get; init; }

    /// <summary>What carries SIP to the peer.</summary>
    internal SipTransport Transport { get; init; }

    /// <summary>Whether our URIs are sips (RFC 3261 §26.2.2): TLS on every hop, which the carrier must promise.</summary>
    internal bool UsesSips { get; init; }

    /// <summary>Host part of From, To and Request-URI; null for the peer's address.</summary>
    public string? Domain { get; init; }

    /// <summary>User part of From where a call names none.</summary>
    public string DefaultFrom { get; init; } = "burgernet";

    /// <summary>Address put in Via, Contact and SDP where the local one is not what the peer reaches; null for the local address.</summary>
    public IPAddress? AdvertisedAddress { get; init; }

    /// <summary>Route of every INVITE, a preloaded route set (RFC 3261 §8.1.1.1) of loose routers: <c>&lt;sip:edge.example;lr&gt;</c>; null for none. It is sent to <see cref="Peer"/> all the same.</summary>
    public string? Route { get; init; }

    /// <summary>Most calls at once on this trunk from this endpoint: a guard, not the cluster's limit. Default 10,000.</summary>
    public int MaxCalls { get; init; } = 10_000;

    /// <summary>What 401 and 407 are answered with; null lets them end the call.</summary>
    public SipCredentials? Credentials { get; init; }
}
