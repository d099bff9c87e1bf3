using System.Net;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>Settings of a <see cref="SmppClient"/>.</summary>
public sealed record SmppClientOptions
{
    /// <summary>Names the client in its metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Where the SMSC listens: an address, or a name with a port. Not used where <see cref="ListenForOutbind"/> is given.</summary>
    public EndPoint? Smsc { get; init; }

    /// <summary>Where we listen for the SMSC, which opens the connection and asks us to bind by outbind; null to connect ourselves.</summary>
    public IPEndPoint? ListenForOutbind { get; init; }

    /// <summary>The system id and password that an outbind must have; null takes any.</summary>
    public SmppCredentials? OutbindCredentials { get; init; }

    /// <summary>How the SMSC is recognised over TLS; null for plain TCP.</summary>
    public SmppTlsOptions? Tls { get; init; }

    /// <summary>What the session may carry. Default <see cref="BindMode.Transceiver"/>.</summary>
    public BindMode Mode { get; init; }

    /// <summary>Who we are.</summary>
    public required SmppCredentials Credentials { get; init; }

    /// <summary>Kind of system, at most 12 characters. Default empty.</summary>
    public string SystemType { get; init; } = "";

    /// <summary>Addresses served, as a regular expression of the SMSC's kind, at most 40 characters. Default empty: what the SMSC has for us.</summary>
    public string AddressRange { get; init; } = "";

    /// <summary>Type of number of the addresses served.</summary>
    public TypeOfNumber AddressType { get; init; }

    /// <summary>Numbering plan of the addresses served.</summary>
    public NumberingPlan AddressPlan { get; init; }

    /// <summary>Most requests that are sent and not answered, 1 to 1,000. Default 10, which SMSCs commonly allow.</summary>
    public int Window { get; init; } = 10;

    /// <summary>Most requests that wait behind the window; more are not sent. Default 1,000.</summary>
    public int MaxQueued { get; init; } = 1_000;

    /// <summary>Most requests a second, as agreed with the SMSC; null for no limit of ours. It adapts below that by itself where the SMSC asks to slow down.</summary>
    public double? MaxPerSecond { get; init; }

    /// <summary>Most messages that come in and are not answered yet; more are left with the SMSC. Default 1,000.</summary>
    public int MaxIncoming { get; init; } = 1_000;

    /// <summary>How long connecting, shaking hands and binding may take, each. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a response may take before its request counts as unknown. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long a silence the SMSC is asked whether it is there; zero for never. Default 30 s.</summary>
    public TimeSpan EnquireInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the SMSC may take nothing of what is written. Default 10 s.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait after a first failure; it doubles. Default 1 s.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait at most, and after a refused bind. Default 30 s.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(30);

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
        Smsc is null == ListenForOutbind is null ? "Give either Smsc or ListenForOutbind."
        : Tls is not null && ListenForOutbind is not null ? "An outbind over TLS is not supported."
        : Window is < 1 or > 1_000 ? "Window is 1 to 1,000."
        : MaxQueued < 1 || MaxIncoming < 1 ? "MaxQueued and MaxIncoming are at least 1."
        : MaxPerSecond is <= 0 or double.NaN ? "MaxPerSecond is above zero, or null."
        : SystemType.Length > 12 ? "SystemType has at most 12 characters."
        : AddressRange.Length > 40 ? "AddressRange has at most 40 characters."
        : EnquireInterval < TimeSpan.Zero ? "EnquireInterval is not below zero."
        : new[] { ConnectTimeout, ResponseTimeout, WriteTimeout, FirstBackOff }.Any(static span => span <= TimeSpan.Zero)
            ? "Time-outs and back-off are above zero."
        : LongestBackOff < FirstBackOff ? "LongestBackOff is not below FirstBackOff."
        : Credentials.Examine();
}
