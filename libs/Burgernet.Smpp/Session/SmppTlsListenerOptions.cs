using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Smpp.Session;

/// <summary>How ESMEs are taken over TLS.</summary>
public sealed record SmppTlsListenerOptions
{
    /// <summary>Our certificate, with its private key.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The certificates between ours and its authority, which are shown with it.</summary>
    public X509Certificate2Collection? Intermediates { get; init; }

    /// <summary>The authorities of which an ESME must show a certificate; null takes ESMEs without.</summary>
    public X509Certificate2Collection? ClientAuthorities { get; init; }
}
