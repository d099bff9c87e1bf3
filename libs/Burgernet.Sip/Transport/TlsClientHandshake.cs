using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Sip.Transport;

/// <summary>TLS towards a trunk: its certificate must lead to an authority of ours and be for the trunk's name, RFC 3261 §26.3.1 and RFC 5922 §7.3.</summary>
internal sealed class TlsClientHandshake(SipTlsOptions options) : ITlsHandshake
{
    private readonly SslStreamCertificateContext? _certificate = options.ClientCertificate is null
        ? null
        : SslStreamCertificateContext.Create(options.ClientCertificate, additionalCertificates: null, offline: true);

    public async Task<(SslStream? Secured, SipConnectionFailure Failure)> SecureAsync(Stream inner, CancellationToken stop)
    {
        var verdict = SipConnectionFailure.HandshakeRefused;
        var secured = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.HostName,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    AllowRenegotiation = false,
                    ClientCertificateContext = _certificate,
                    CertificateChainPolicy = CertificateJudge.PolicyFor(options.Authorities, options.Revocation),
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                        (verdict = Judge(certificate, chain, errors)) == SipConnectionFailure.None,
                },
                stop
            );
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

    private SipConnectionFailure Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var verdict = CertificateJudge.OfChain(certificate, chain, errors);
        return verdict != SipConnectionFailure.None ? verdict
            : CertificateName.Matches((X509Certificate2)certificate!, options.HostName, options.AllowsWildcards) ? SipConnectionFailure.None
            : SipConnectionFailure.WrongName;
    }
}
