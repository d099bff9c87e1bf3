using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Sip;

/// <summary>Where and how TLS connections of others are taken.</summary>
public sealed record SipTlsListenerOptions
{
    /// <summary>Address and TCP port to bind; port 0 takes a free one. Default: loopback, a free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Our certificate, with its private key.</summary>
    public required X509Certificate2 Certificate { get; init; }

    /// <summary>The certificates between ours and its authority, which are shown with it.</summary>
    public X509Certificate2Collection? Intermediates { get; init; }

    /// <summary>The authorities of which a caller must show a certificate; null takes callers without.</summary>
    public X509Certificate2Collection? ClientAuthorities { get; init; }

    /// <summary>Whether revocation of callers' certificates is looked up, which fetches from the authority. Default no.</summary>
    public X509RevocationMode Revocation { get; init; } = X509RevocationMode.NoCheck;
}
