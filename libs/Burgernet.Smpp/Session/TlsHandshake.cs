using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Smpp.Session;

/// <summary>Turns a fresh connection into a TLS one: 1.2 or 1.3, chain and name checked.</summary>
internal static class TlsHandshake
{
    /// <summary>Towards an SMSC.</summary>
    /// <returns>The secured stream, or why there is none; then the inner one is closed.</returns>
    public static Task<(Stream? Secured, SmppFailure Failure)> AsClient(Stream inner, SmppTlsOptions options, CancellationToken stop)
    {
        var verdict = SmppFailure.HandshakeRefused;
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.HostName,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
            ClientCertificateContext = options.ClientCertificate is { } certificate
                ? SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true)
                : null,
            CertificateChainPolicy = PolicyFor(options.Authorities, options.Revocation),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                (verdict = Judge(certificate, chain, errors)) == SmppFailure.None,
        };
        return Shake(inner, secured => secured.AuthenticateAsClientAsync(authentication, stop), () => verdict);
    }

    /// <summary>Towards an ESME.</summary>
    /// <returns>The secured stream, or why there is none; then the inner one is closed.</returns>
    public static Task<(Stream? Secured, SmppFailure Failure)> AsServer(
        Stream inner,
        SmppTlsListenerOptions options,
        CancellationToken stop
    )
    {
        var verdict = SmppFailure.HandshakeRefused;
        var authentication = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(options.Certificate, options.Intermediates, offline: true),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            AllowRenegotiation = false,
        };
        if (options.ClientAuthorities is { } authorities)
        {
            authentication.ClientCertificateRequired = true;
            authentication.CertificateChainPolicy = PolicyFor(authorities, X509RevocationMode.NoCheck);
            authentication.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                (verdict = Judge(certificate, chain, errors & ~SslPolicyErrors.RemoteCertificateNameMismatch)) == SmppFailure.None;
        }

        return Shake(inner, secured => secured.AuthenticateAsServerAsync(authentication, stop), () => verdict);
    }

    private static async Task<(Stream? Secured, SmppFailure Failure)> Shake(
        Stream inner,
        Func<SslStream, Task> shake,
        Func<SmppFailure> verdict
    )
    {
        var secured = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            await shake(secured);
            return (secured, SmppFailure.None);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            await secured.DisposeAsync();
            return (null, verdict() == SmppFailure.None ? SmppFailure.HandshakeRefused : verdict());
        }
        catch (OperationCanceledException)
        {
            await secured.DisposeAsync();
            throw;
        }
    }

    /// <summary>Trusts the given authorities only, or the system's, and fetches nothing by itself.</summary>
    private static X509ChainPolicy PolicyFor(X509Certificate2Collection? authorities, X509RevocationMode revocation)
    {
        var policy = new X509ChainPolicy { RevocationMode = revocation, DisableCertificateDownloads = true };
        if (authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }

    private static SmppFailure Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return SmppFailure.CertificateInvalid;
        }

        var found = X509ChainStatusFlags.NoError;
        foreach (var status in chain?.ChainStatus ?? [])
        {
            found |= status.Status;
        }

        const X509ChainStatusFlags Untrusted =
            X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;
        return (found & Untrusted) != X509ChainStatusFlags.NoError ? SmppFailure.UnknownAuthority
            : found.HasFlag(X509ChainStatusFlags.NotTimeValid) ? SmppFailure.CertificateExpired
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? SmppFailure.CertificateInvalid
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? SmppFailure.WrongName
            : SmppFailure.None;
    }
}
