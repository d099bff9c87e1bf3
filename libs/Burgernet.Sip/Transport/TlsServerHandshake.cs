using System.Net.Security;
using System.Security.Authentication;

namespace Burgernet.Sip.Transport;

/// <summary>TLS for connections of others: shows our certificate, and asks for theirs where authorities are given (RFC 5922 §7.4).</summary>
internal sealed class TlsServerHandshake(SipTlsListenerOptions options) : ITlsHandshake
{
    private readonly SslStreamCertificateContext _certificate = SslStreamCertificateContext.Create(
        options.Certificate,
        options.Intermediates,
        offline: true
    );

    public async Task<(SslStream? Secured, SipConnectionFailure Failure)> SecureAsync(Stream inner, CancellationToken stop)
    {
        var verdict = SipConnectionFailure.HandshakeRefused;
        var secured = new SslStream(inner, leaveInnerStreamOpen: false);
        var authentication = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = _certificate,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
        };
        if (options.ClientAuthorities is { } authorities)
        {
            authentication.ClientCertificateRequired = true;
            authentication.CertificateChainPolicy = CertificateJudge.PolicyFor(authorities, options.Revocation);
            authentication.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                (verdict = CertificateJudge.OfChain(certificate, chain, errors)) == SipConnectionFailure.None;
        }

        try
        {
            await secured.AuthenticateAsServerAsync(authentication, stop);
            return (secured, SipConnectionFailure.None);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            await secured.DisposeAsync();
            return (null, verdict == SipConnectionFailure.None ? SipConnectionFailure.HandshakeRefused : verdict);
        }
        catch (OperationCanceledException)
        {
            await secured.DisposeAsync();
            throw;
        }
    }
}
