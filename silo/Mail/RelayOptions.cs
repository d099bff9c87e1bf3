using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Burgernet.Silo.Mail;

/// <summary>How a mail relay is reached.</summary>
public class RelayOptions : IValidatableObject
{
    /// <summary>TLS after STARTTLS (RFC 3207), which the relay must offer.</summary>
    public const string StartTls = "starttls";

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    public const string Tls = "tls";

    /// <summary>No TLS: to this machine, or over a network that is protected otherwise.</summary>
    public const string Plain = "none";

    /// <summary>The relay that carries mail on. Default none.</summary>
    public string? Host { get; set; }

    /// <summary>Its TCP port. Default 587, for submission.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c> or <c>none</c>. Default <c>starttls</c>.</summary>
    public string Security { get; set; } = StartTls;

    /// <summary>Whether <c>none</c> may be used to a relay beyond this machine. Default false.</summary>
    public bool PlainNetwork { get; set; }

    /// <summary>PEM files with the authorities that may have signed the relay's certificate. Default those of the system.</summary>
    public IList<string> AuthorityFiles { get; init; } = [];

    /// <summary>As whom, or nobody. Default nobody.</summary>
    public string? User { get; set; }

    /// <summary>The password; from the environment or a file that only the node's user may read. Never logged.</summary>
    public string? Password { get; set; }

    /// <summary>How long connecting, and handing over one mail, may take. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections to it at once, for mail about actions. Default 4.</summary>
    [Range(1, 64)]
    public int Connections { get; set; } = 4;

    /// <summary>Whether the relay is on this machine.</summary>
    public bool IsLocal =>
        Host is not null
        && (
            Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address))
        );

    /// <inheritdoc/>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security is not (StartTls or Tls or Plain))
        {
            yield return new ValidationResult($"Security is {StartTls}, {Tls} or {Plain}", [nameof(Security)]);
        }

        if (Host is null)
        {
            yield break;
        }

        if (Security == Plain && !IsLocal && !PlainNetwork)
        {
            yield return new ValidationResult(
                "Security none is for a relay on this machine; set PlainNetwork=true where the network is protected otherwise",
                [nameof(Security)]
            );
        }

        if (User is null != Password is null)
        {
            yield return new ValidationResult("User and Password go together", [nameof(User), nameof(Password)]);
        }

        if (User is not null && Security == Plain && !IsLocal)
        {
            yield return new ValidationResult("A password is never sent without TLS beyond this machine", [nameof(Security)]);
        }
    }
}
