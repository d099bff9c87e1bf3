using System.ComponentModel.DataAnnotations;
using System.Net;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>How the node reaches its carrier over SIP (section <c>Burgernet:Carrier</c>, beside <see cref="CarrierOptions"/>).</summary>
public sealed class TrunkOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = CarrierOptions.Section;

    /// <summary>Address and port of the carrier, for instance <c>127.0.0.1:5070</c>. None: the practice carrier in this process.</summary>
    public string? Peer { get; set; }

    /// <summary>Whether nobody is really called; see <see cref="CarrierOptions.Practice"/>.</summary>
    public bool Practice { get; set; } = true;

    /// <summary>UDP address and port that this node sends from; port 0 takes a free one. Default <c>127.0.0.1:0</c>.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:0";

    /// <summary>First UDP port for media. Default 20000.</summary>
    [Range(1024, 65534)]
    public int FirstMediaPort { get; set; } = 20_000;

    /// <summary>Last UDP port for media. Default 31999; one call uses one even port.</summary>
    [Range(1025, 65535)]
    public int LastMediaPort { get; set; } = 31_999;

    /// <summary>Whether the carrier is on this machine.</summary>
    public bool IsLoopback => Peer is null || (IPEndPoint.TryParse(Peer, out var peer) && IPAddress.IsLoopback(peer.Address));

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
}
