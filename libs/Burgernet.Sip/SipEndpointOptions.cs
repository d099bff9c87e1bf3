using System.Net;
using Burgernet.Sip.Media;

namespace Burgernet.Sip;

/// <summary>Settings of a <see cref="SipEndpoint"/>.</summary>
public sealed record SipEndpointOptions
{
    /// <summary>UDP address and port to bind; port 0 takes a free one. Default: loopback, a free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>TCP address and port that connections of others are taken at; null for none. Peers need it where they open a connection of their own to answer or to end a call (RFC 3261 §18.2.2).</summary>
    public IPEndPoint? ListenTcp { get; init; }

    /// <summary>Where and how TLS connections of others are taken; null for none.</summary>
    public SipTlsListenerOptions? ListenTls { get; init; }

    /// <summary>Bounds on connections.</summary>
    public SipConnectionOptions Connections { get; init; } = new();

    /// <summary>First UDP port for media. Default 20000 (below Linux' ephemeral range).</summary>
    public int FirstMediaPort { get; init; } = 20_000;

    /// <summary>Last UDP port for media. Default 31999. One call uses one even port.</summary>
    public int LastMediaPort { get; init; } = 31_999;

    /// <summary>How long a media port rests after a call, so that late packets of one call never reach the next. Ports divided by it bound the calls a second:
    /// 6,000 ports and 2 s take 3,000, less for calls that last. Default 2 s.</summary>
    public TimeSpan MediaPortRest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Most calls at once. Default 5,000.</summary>
    /// <remarks>
    /// Each call holds a socket, and so does each port in its 2 s of rest after one: a quarter more than this, though never more than there are ports.
    /// The endpoint raises the process' limit of open files as far as it may and refuses to start where that is not enough. 20,000, a common
    /// limit, bounds a process at about 15,900 calls; beyond it, raise <c>ulimit -n</c> or <c>LimitNOFILE</c>.
    /// </remarks>
    public int MaxCalls { get; init; } = 5_000;

    /// <summary>Threads that send audio. Default 0: one for every 2,500 of <see cref="MaxCalls"/>, at most one a processor.</summary>
    public int MediaThreads { get; init; }

    /// <summary>How these threads are scheduled. Default <see cref="MediaPriority.Raised"/>, as far as the system permits.</summary>
    public MediaPriority MediaPriority { get; init; } = MediaPriority.Raised;

    /// <summary>Round-trip estimate, RFC 3261 §17.1.1.1. Default 500 ms.</summary>
    public TimeSpan T1 { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest retransmission interval of non-INVITE requests and INVITE responses, RFC 3261 §17.1.2.2. Default 4 s.</summary>
    public TimeSpan T2 { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest time a message stays in the network, RFC 3261 §17.1.2.2. Default 5 s.</summary>
    public TimeSpan T4 { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Value of User-Agent and Server.</summary>
    public string UserAgent { get; init; } = "Burgernet";

    /// <summary>Who takes calls that come in; null answers them 405 (no INVITE wanted here).</summary>
    public ISipIncomingCallHandler? IncomingCalls { get; init; }
}
