namespace Burgernet.Sip;

/// <summary>Bounds on the connections (TCP and TLS) of a <see cref="SipEndpoint"/>.</summary>
public sealed record SipConnectionOptions
{
    /// <summary>How long opening may take, TLS handshake included; for incoming connections the handshake. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a peer may take nothing of what is to be written before its connection is closed. Default 10 s.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one message may take from its first byte to its last, and an accepted connection to its first whole message. Default 10 s.</summary>
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long nothing may come or go on a connection. Those to a trunk's own address are kept all the same. Default 10 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after a connection that could not be opened none is tried again to the same address; requests meanwhile fail at once. Default 1 s.</summary>
    public TimeSpan ReconnectDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most connections that others may have open to us; more are closed as they come. Default 256.</summary>
    public int MaxIncoming { get; init; } = 256;

    /// <summary>Most connections that we open at once, trunks and all. Default 256.</summary>
    public int MaxOutgoing { get; init; } = 256;

    /// <summary>Most bytes that wait to be written on one connection before it counts as stalled. Default 4 MiB.</summary>
    public int MaxQueuedBytes { get; init; } = 4 << 20;
}
