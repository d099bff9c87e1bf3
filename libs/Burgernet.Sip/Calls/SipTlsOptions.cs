using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Sip;

/// <summary>How a trunk is recognised over TLS. There is no way to leave the checks out.</summary>
public sealed record SipTlsOptions
{
    /// <summary>The name that the carrier's certificate must be for (RFC 5922 §7: among its subject alternative names), or an IP address; also what is asked for by SNI.</summary>
    public required string HostName { get; init; }

    /// <summary>The authorities that may have signed it; null for those of the operating system.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The certificate, with its private key, that we show where the carrier asks for one; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Whether <c>*.example.org</c> in a certificate stands for a host below example.org. RFC 5922 §7.2 forbids it, some carriers need it. Default no.</summary>
    public bool AllowsWildcards { get; init; }

    /// <summary>Whether revocation is looked up, which fetches from the authority. Default no.</summary>
    public X509RevocationMode Revocation { get; init; } = X509RevocationMode.NoCheck;
}
