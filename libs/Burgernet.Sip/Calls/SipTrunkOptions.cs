using System.Net;

namespace Burgernet.Sip;

/// <summary>Settings of a trunk.</summary>
public sealed record SipTrunkOptions
{
    /// <summary>Most connections to one peer.</summary>
    public const int MostConnections = 16;

    /// <summary>The most frequent keep-alive: an answer may take 10 s.</summary>
    public static readonly TimeSpan ShortestKeepAlive = TimeSpan.FromSeconds(12);

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

    /// <summary>Route of every INVITE, a preloaded route set (RFC 3261 §8.1.1.1) of loose routers: <c>&lt;sip:edge.example;lr&gt;</c>; null for none. It is sent to <see cref="Peer"/> all the same.</summary>
    public string? Route { get; init; }

    /// <summary>Calls at once that the carrier takes from this endpoint, 1 to 1,000,000. A channel is free again at the final response to the INVITE, or the BYE. Default 10,000.</summary>
    public int Channels { get; init; } = 10_000;

    /// <summary>New calls a second that the carrier takes from this endpoint, 1 to 100,000, or null for no limit. They start at even distances, and never more in any second. Default null.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>How long a call may wait for its turn where calls come unevenly, up to 10 s; one that would wait longer is turned down at once. Default 200 ms.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>INVITEs that may be without any response at the same time, 1 to 1,000,000: what a peer that does not answer gets to see before nothing new is sent.
    /// Calls per second times the time to the first response is what a healthy peer needs. Default 1,000.</summary>
    public int MaxUnanswered { get; init; } = 1_000;

    /// <summary>Share of repetitions among the requests of the last second, above 0 and up to 1, beyond which nothing new is sent until it has halved; null for no such limit (a line that loses packets). Default 0.02.</summary>
    public double? RetransmissionLimit { get; init; } = 0.02;

    /// <summary>Longest rest that a 503 with Retry-After is given (RFC 3261 §21.5.4), up to a day: a carrier's mistake must not silence us for hours. Default 60 s.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What 401 and 407 are answered with; null lets them end the call.</summary>
    public SipCredentials? Credentials { get; init; }

    /// <summary>What is wrong with these settings, or null.</summary>
    internal string? Fault() =>
        Channels is < 1 or > 1_000_000 ? $"{nameof(Channels)} is 1 to 1,000,000, not {Channels}."
        : CallsPerSecond is < 1 or > 100_000 ? $"{nameof(CallsPerSecond)} is 1 to 100,000, not {CallsPerSecond}."
        : LongestWait < TimeSpan.Zero || LongestWait > TimeSpan.FromSeconds(10)
            ? $"{nameof(LongestWait)} is zero to 10 s, not {LongestWait}."
        : MaxUnanswered is < 1 or > 1_000_000 ? $"{nameof(MaxUnanswered)} is 1 to 1,000,000, not {MaxUnanswered}."
        : RetransmissionLimit is <= 0 or > 1 or double.NaN
            ? $"{nameof(RetransmissionLimit)} is above 0 and at most 1, not {RetransmissionLimit}."
        : LongestRest < TimeSpan.Zero || LongestRest > TimeSpan.FromDays(1) ? $"{nameof(LongestRest)} is zero to a day, not {LongestRest}."
        : Transport == SipTransport.Tls && string.IsNullOrWhiteSpace(Tls?.HostName)
            ? "A trunk over TLS needs the name that its certificate must be for (Tls.HostName)."
        : UsesSips && Transport != SipTransport.Tls ? "sips URIs need TLS."
        : Connections is < 1 or > MostConnections ? $"{nameof(Connections)} is 1 to {MostConnections}, not {Connections}."
        : KeepAlive < TimeSpan.Zero || (KeepAlive > TimeSpan.Zero && KeepAlive < ShortestKeepAlive)
            ? $"{nameof(KeepAlive)} is zero (never) or at least {ShortestKeepAlive.TotalSeconds} s, not {KeepAlive}."
        : null;
}
