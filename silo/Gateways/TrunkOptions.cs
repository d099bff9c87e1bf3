using System.ComponentModel.DataAnnotations;
using System.Net;
using Burgernet.Grains.Dialing;
using Burgernet.Sip;
using Burgernet.Sip.Media;

namespace Burgernet.Silo.Gateways;

/// <summary>How the node reaches its carrier over SIP (section <c>Burgernet:Carrier</c>, beside <see cref="CarrierOptions"/>).</summary>
public sealed class TrunkOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = CarrierOptions.Section;

    /// <summary>The most frequent keep-alive.</summary>
    internal static readonly TimeSpan ShortestKeepAlive = SipTrunkOptions.ShortestKeepAlive;

    private const int LeastUnanswered = 10;
    private const int MostMediaThreads = 64;

    /// <summary>Dialers place in rounds of up to a tenth of a second's calls; the trunk spreads them out.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Address and port of the carrier, for instance <c>127.0.0.1:5070</c>. None: the practice carrier in this process.</summary>
    public string? Peer { get; set; }

    /// <summary>Whether nobody is really called; see <see cref="CarrierOptions.Practice"/>.</summary>
    public bool Practice { get; set; } = true;

    /// <summary>What carries SIP to the carrier: <c>udp</c>, <c>tcp</c> or <c>tls</c>. Default udp.</summary>
    [Required]
    public string Transport { get; set; } = "udp";

    /// <summary>The carrier's name: stands in our SIP addresses instead of its IP address, and over TLS its certificate must be for it (RFC 5922). Needed for tls.</summary>
    public string? HostName { get; set; }

    /// <summary>PEM files with the authorities that may have signed the carrier's certificate. None: those of the operating system.</summary>
    public string[] AuthorityFiles { get; set; } = [];

    /// <summary>PEM file with our certificate, shown where the carrier asks for one. With it the node also takes TLS connections of the carrier. Default none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file with the private key of <see cref="CertificateFile"/>; none where that file holds it too.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Whether <c>*.example.org</c> in the carrier's certificate stands for a host below example.org, against RFC 5922. Default no.</summary>
    public bool AllowWildcards { get; set; }

    /// <summary>Whether our SIP addresses are sips, which asks for TLS on every hop up to the phone. Default no: sip with transport=tls.</summary>
    public bool Sips { get; set; }

    /// <summary>Connections that calls are spread over, with tcp and tls. Default 1.</summary>
    [Range(1, SipTrunkOptions.MostConnections)]
    public int Connections { get; set; } = 1;

    /// <summary>How often a keep-alive is sent on each connection (RFC 5626); one without answer closes it after 10 s. Default 0: never. Those of the carrier are always answered.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan KeepAlive { get; set; }

    /// <summary>Address that this node sends from, and port: of UDP, and with tcp or tls also where it listens. Port 0 takes free ones. Default <c>127.0.0.1:0</c>.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:0";

    /// <summary>First UDP port for media. Default 20000.</summary>
    [Range(1024, 65534)]
    public int FirstMediaPort { get; set; } = 20_000;

    /// <summary>Last UDP port for media. Default 31999; one call uses one even port.</summary>
    [Range(1025, 65535)]
    public int LastMediaPort { get; set; } = 31_999;

    /// <summary>Threads that send audio. Default 0: one for every 2,500 calls at once, at most one a processor.</summary>
    [Range(0, MostMediaThreads)]
    public int MediaThreads { get; set; }

    /// <summary>How these threads are scheduled: <c>normal</c>, <c>raised</c> or <c>realtime</c>, as far as the system permits. Default raised.</summary>
    [Required]
    public string MediaPriority { get; set; } = "raised";

    /// <summary>INVITEs that may be without any response before nothing new is sent; 0 takes one second's worth of calls, at least 10. Default 0.</summary>
    [Range(0, 1_000_000)]
    public int MaxUnanswered { get; set; }

    /// <summary>Share of what was sent in the last second that may be repetitions before nothing new is sent; 0 for no such limit. Default 0.02.</summary>
    [Range(0d, 1d)]
    public double RetransmissionLimit { get; set; } = 0.02;

    /// <summary>Longest rest that a 503 with Retry-After is given. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestRest { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the carrier is on this machine.</summary>
    public bool IsLoopback => Peer is null || (IPEndPoint.TryParse(Peer, out var peer) && IPAddress.IsLoopback(peer.Address));

    /// <summary>The trunk that these settings and the carrier's limits make.</summary>
    /// <param name="carrier">Its name and limits.</param>
    /// <param name="peer">Where it is.</param>
    public SipTrunkOptions ToTrunk(CarrierOptions carrier, IPEndPoint peer)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return new SipTrunkOptions
        {
            Name = carrier.Name,
            Peer = peer,
            Channels = carrier.Channels,
            CallsPerSecond = carrier.CallsPerSecond,
            LongestWait = LongestWait,
            MaxUnanswered = MaxUnanswered == 0 ? Math.Max(LeastUnanswered, carrier.CallsPerSecond) : MaxUnanswered,
            RetransmissionLimit = RetransmissionLimit == 0 ? null : RetransmissionLimit,
            LongestRest = LongestRest,
            Domain = HostName,
            Transport = TrunkTransport.Parse(Transport) ?? SipTransport.Udp,
            Tls = TrunkTransport.Tls(this),
            UsesSips = Sips,
            Connections = Connections,
            KeepAlive = KeepAlive,
        };
    }

    /// <summary>The endpoint that these settings and the carrier's limits make. Only of options without faults.</summary>
    /// <param name="carrier">Its limits.</param>
    public SipEndpointOptions ToEndpoint(CarrierOptions carrier)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        var endpoint = new SipEndpointOptions
        {
            Listen = IPEndPoint.Parse(Listen),
            FirstMediaPort = FirstMediaPort,
            LastMediaPort = LastMediaPort,
            MaxCalls = carrier.Channels + carrier.CallsPerSecond,
            MediaThreads = MediaThreads,
            MediaPriority = PriorityOf(MediaPriority) ?? Sip.Media.MediaPriority.Raised,
        };
        return TrunkTransport.AddListeners(endpoint, this);
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Peer is not null && (!IPEndPoint.TryParse(Peer, out var peer) || peer.Port == 0))
        {
            yield return new ValidationResult($"'{Peer}' is not an address with a port, such as 127.0.0.1:5070", [nameof(Peer)]);
        }

        if (!IPEndPoint.TryParse(Listen, out _))
        {
            yield return new ValidationResult($"'{Listen}' is not an address with a port, such as 127.0.0.1:0", [nameof(Listen)]);
        }

        if (PriorityOf(MediaPriority) is null)
        {
            yield return new ValidationResult($"'{MediaPriority}' is not a priority: normal, raised or realtime", [nameof(MediaPriority)]);
        }

        if (LastMediaPort <= FirstMediaPort)
        {
            yield return new ValidationResult(
                $"Media ports run from {FirstMediaPort} to {LastMediaPort}: the last is to be above the first",
                [nameof(LastMediaPort)]
            );
        }

        foreach (var (reason, option) in TrunkTransport.Faults(this))
        {
            yield return new ValidationResult(reason, [option]);
        }

        if (!Practice && Peer is null)
        {
            yield return new ValidationResult(
                "A live carrier needs its address (Peer); without one only the practice carrier is used",
                [nameof(Peer)]
            );
        }

        if (Practice && !IsLoopback)
        {
            yield return new ValidationResult(
                "A carrier beyond this machine is never practice: set Practice=false to say that people are really called",
                [nameof(Practice)]
            );
        }
    }

    private static MediaPriority? PriorityOf(string name) =>
        name.ToUpperInvariant() switch
        {
            "NORMAL" => Sip.Media.MediaPriority.Normal,
            "RAISED" => Sip.Media.MediaPriority.Raised,
            "REALTIME" => Sip.Media.MediaPriority.RealTime,
            _ => null,
        };
}
