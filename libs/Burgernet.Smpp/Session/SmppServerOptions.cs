using System.Net;

namespace Burgernet.Smpp.Session;

/// <summary>Settings of a <see cref="SmppServer"/>.</summary>
public sealed record SmppServerOptions
{
    /// <summary>Address and port; port 0 takes a free one. Default: loopback, a free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>How ESMEs are taken over TLS; null for plain TCP.</summary>
    public SmppTlsListenerOptions? Tls { get; init; }

    /// <summary>Who the SMSC says it is, at most 15 characters; names it in its metrics, too.</summary>
    public string SystemId { get; init; } = "burgernet";

    /// <summary>Most sessions at once; more are closed as they come. Default 256.</summary>
    public int MaxSessions { get; init; } = 256;

    /// <summary>Most deliver_sm of a session that are sent and not answered, 1 to 1,000. Default 100.</summary>
    public int Window { get; init; } = 100;

    /// <summary>Most deliver_sm of a session that wait behind the window. Default 100,000.</summary>
    public int MaxQueued { get; init; } = 100_000;

    /// <summary>Most messages of a session that come in and are not answered yet; more are answered with queue full. Default 1,000.</summary>
    public int MaxIncoming { get; init; } = 1_000;

    /// <summary>How long a connection may take to bind, TLS handshake included. Default 10 s.</summary>
    public TimeSpan BindTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a response may take. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a silence an ESME is asked whether it is there; zero for never. Default 60 s.</summary>
    public TimeSpan EnquireInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an ESME may take nothing of what is written. Default 10 s.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    internal LinkSettings Link =>
        new()
        {
            Window = Window,
            MaxQueued = MaxQueued,
            MaxIncoming = MaxIncoming,
            ResponseTimeout = ResponseTimeout,
            EnquireInterval = EnquireInterval,
            WriteTimeout = WriteTimeout,
        };

    /// <summary>Why these settings cannot be, or null.</summary>
    public string? Examine() =>
        SystemId.Length > 15 ? "SystemId has at most 15 characters."
        : Window is < 1 or > 1_000 ? "Window is 1 to 1,000."
        : MaxQueued < 1 || MaxIncoming < 1 || MaxSessions < 1 ? "MaxQueued, MaxIncoming and MaxSessions are at least 1."
        : EnquireInterval < TimeSpan.Zero ? "EnquireInterval is not below zero."
        : new[] { BindTimeout, ResponseTimeout, WriteTimeout }.Any(static span => span <= TimeSpan.Zero) ? "Time-outs are above zero."
        : null;
}
