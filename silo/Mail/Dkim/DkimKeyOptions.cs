namespace Burgernet.Silo.Mail.Dkim;

/// <summary>A key that signs mail, as configured.</summary>
public sealed class DkimKeyOptions
{
    /// <summary>Its selector: the public key stands at <c>{selector}._domainkey.{domain}</c> in the DNS.</summary>
    public string Selector { get; set; } = "";

    /// <summary>A PEM file with the private RSA key of 2048 bits or more, which only the node's user may read.</summary>
    public string File { get; set; } = "";

    /// <summary>From when it signs, once it stands in the DNS everywhere; null for at once.</summary>
    public DateTimeOffset? SignsFrom { get; set; }
}
