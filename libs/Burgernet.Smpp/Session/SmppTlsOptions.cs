using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Smpp.Session;

/// <summary>How an SMSC is recognised over TLS. There is no way to leave the checks out.</summary>
public sealed record SmppTlsOptions
{
    /// <summary>The name, or IP address, that the SMSC's certificate must be for; also what is asked for by SNI.</summary>
    public required string HostName { get; init; }

    /// <summary>The authorities that may have signed it; null for those of the operating system.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The certificate, with its private key, that we show where the SMSC asks for one; null for none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Whether revocation is looked up, which fetches from the authority. Default no.</summary>
    public X509RevocationMode Revocation { get; init; } = X509RevocationMode.NoCheck;
}
