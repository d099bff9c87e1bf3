using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>How the node reaches an SMS centre over SMPP 3.4 (section <c>Burgernet:SmsCentres:0</c> …, beside <see cref="Grains.Dialing.CarrierOptions"/>).</summary>
public sealed class SmscOptions : IValidatableObject
{
    /// <summary>Both directions over each connection.</summary>
    public const string Transceiver = "transceiver";

    /// <summary>A connection out and one in, each.</summary>
    public const string Pair = "pair";

    private const string PracticePassword = "practice";
    private const int LongestPassword = 8;

    /// <summary>Address or name, and port, for instance <c>smsc.example.org:2775</c>. None: the practice SMS centre in this process.</summary>
    public string? Peer { get; set; }

    /// <summary>Whether nobody really gets an SMS; see <see cref="Grains.Dialing.CarrierOptions.Practice"/>.</summary>
    public bool Practice { get; set; } = true;

    /// <summary><c>tcp</c> or <c>tls</c>. Default tcp, which beyond this machine needs <see cref="PlainNetwork"/>.</summary>
    [Required]
    public string Transport { get; set; } = "tcp";

    /// <summary>Whether <c>tcp</c> may be used beyond this machine: numbers, texts and the password go in the clear, so over a line or tunnel that is protected otherwise. Default no.</summary>
    public bool PlainNetwork { get; set; }

    /// <summary>The name that the centre's certificate must be for. Default that of <see cref="Peer"/>.</summary>
    public string? HostName { get; set; }

    /// <summary>PEM files with the authorities that may have signed the centre's certificate. None: those of the operating system.</summary>
    public string[] AuthorityFiles { get; set; } = [];

    /// <summary>PEM file with our certificate, shown where the centre asks for one. Default none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file with the private key of <see cref="CertificateFile"/>; none where that file holds it too.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Who we are, at most 15 characters. Default <c>burgernet</c>.</summary>
    [Required]
    [StringLength(15, MinimumLength = 1)]
    public string SystemId { get; set; } = "burgernet";

    /// <summary>The password, at most 8 characters; from the environment or <see cref="PasswordFile"/>. Never logged. Default, on this machine, that of the practice centre.</summary>
    public string? Password { get; set; }

    /// <summary>A file with the password and nothing else, which only the node's user may read. Default none.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Kind of system, as the centre asks for it, at most 12 characters. Default empty.</summary>
    [StringLength(12)]
    public string SystemType { get; set; } = "";

    /// <summary><c>transceiver</c>, or <c>pair</c> for centres that take a transmitter and a receiver. Default transceiver.</summary>
    [Required]
    public string Bind { get; set; } = Transceiver;

    /// <summary>How many binds (or pairs) this node keeps. Default 1.</summary>
    [Range(1, 64)]
    public int Binds { get; set; } = 1;

    /// <summary>Most segments of a bind that are sent and not answered, as the centre allows. Default 10.</summary>
    [Range(1, 1000)]
    public int Window { get; set; } = 10;

    /// <summary>service_type, at most 5 characters. Default empty.</summary>
    [StringLength(5)]
    public string ServiceType { get; set; } = "";

    /// <summary>Type of number of the sender. Default by what it is: 5 for a name, 1 for a number with a plus sign, 0 for any other.</summary>
    [Range(0, 6)]
    public byte? SourceTon { get; set; }

    /// <summary>Numbering plan of the sender. Default 1 for a number with a plus sign, else 0.</summary>
    [Range(0, 18)]
    public byte? SourceNpi { get; set; }

    /// <summary>Type of number of receivers. Default 1, international.</summary>
    [Range(0, 6)]
    public byte DestinationTon { get; set; } = 1;

    /// <summary>Numbering plan of receivers. Default 1, ISDN.</summary>
    [Range(0, 18)]
    public byte DestinationNpi { get; set; } = 1;

    /// <summary>How a text is sent that takes several SMS: <see cref="SegmentMethod.Header8"/>, <c>Header16</c>, <c>Sar</c> or <c>Payload</c>. Default Header8.</summary>
    public SegmentMethod LongTexts { get; set; }

    /// <summary>How the centre names a message in its answer and in its receipt. Default <see cref="ReceiptIdFormat.Same"/>.</summary>
    public ReceiptIdFormat ReceiptNames { get; set; }

    /// <summary>The time zone of dates in receipts, which do not say. Default UTC.</summary>
    [Required]
    public string ReceiptTimeZone { get; set; } = "UTC";

    /// <summary>Whether validity periods are absolute times; they are relative to the centre's clock otherwise, which need no clocks that agree. Default no.</summary>
    public bool AbsoluteValidity { get; set; }

    /// <summary>After how long a silence the centre is asked whether it is there; zero for never. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan EnquireInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long connecting, shaking hands and binding may take, each. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before binding again after a first failure; it doubles. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait at most, and after a refused bind. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the centre is on this machine.</summary>
    public bool IsLoopback =>
        Peer is null
        || (
            TryPeer(out var host, out _)
            && (host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        );

    /// <summary>The zone of <see cref="ReceiptTimeZone"/>. Only of options without faults.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(ReceiptTimeZone);

    /// <summary>The password to bind with. Only of options without faults.</summary>
    public string ReadPassword() => Password ?? (PasswordFile is null ? PracticePassword : File.ReadAllText(PasswordFile).Trim());

    /// <summary>Host and port of <see cref="Peer"/>; an IPv6 address stands in brackets.</summary>
    public bool TryPeer(out string host, out int port)
    {
        host = "";
        port = 0;
        var colon = Peer?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !int.TryParse(Peer.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
        {
            return false;
        }

        host = Peer![..colon].Trim('[', ']');
        return port is > 0 and <= ushort.MaxValue && Uri.CheckHostName(host) != UriHostNameType.Unknown;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (reason, option) in PeerFaults().Concat(PasswordFaults()).Concat(SmscTransport.Faults(this)))
        {
            yield return new ValidationResult(reason, [option]);
        }

        if (Bind is not (Transceiver or Pair))
        {
            yield return new ValidationResult($"Bind is {Transceiver} or {Pair}, not '{Bind}'", [nameof(Bind)]);
        }

        if (LongestBackOff < FirstBackOff)
        {
            yield return new ValidationResult("LongestBackOff is not below FirstBackOff", [nameof(LongestBackOff)]);
        }

        if (!Enum.IsDefined((NumberingPlan)DestinationNpi) || (SourceNpi is { } plan && !Enum.IsDefined((NumberingPlan)plan)))
        {
            yield return new ValidationResult("SourceNpi and DestinationNpi are numbering plans of SMPP 3.4 §5.2.6", [nameof(SourceNpi)]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(ReceiptTimeZone, out _))
        {
            yield return new ValidationResult(
                $"'{ReceiptTimeZone}' is not a time zone, such as Europe/Amsterdam",
                [nameof(ReceiptTimeZone)]
            );
        }
    }

    private IEnumerable<(string Reason, string Option)> PeerFaults()
    {
        if (Peer is not null && !TryPeer(out _, out _))
        {
            yield return ($"'{Peer}' is not an address or a name with a port, such as smsc.example.org:2775", nameof(Peer));
        }
        else if (!Practice && Peer is null)
        {
            yield return ("A live SMS centre needs its address (Peer); without one only the practice centre is used", nameof(Peer));
        }
        else if (Practice && !IsLoopback)
        {
            yield return (
                "An SMS centre beyond this machine is never practice: set Practice=false to say that people really get messages",
                nameof(Practice)
            );
        }
    }

    private IEnumerable<(string Reason, string Option)> PasswordFaults()
    {
        if (Password is not null && PasswordFile is not null)
        {
            yield return ("Password and PasswordFile are both given", nameof(PasswordFile));
        }
        else if (!Practice && Password is null && PasswordFile is null)
        {
            yield return ("A live SMS centre needs a Password or a PasswordFile", nameof(Password));
        }
        else if (PasswordFile is { } file && SmscTransport.SecretFault(file) is { } fault)
        {
            yield return (fault, nameof(PasswordFile));
        }
        else if (ReadPassword().Length > LongestPassword)
        {
            yield return ($"A password has at most {LongestPassword} characters (SMPP 3.4 §5.2.2)", nameof(Password));
        }
    }
}
