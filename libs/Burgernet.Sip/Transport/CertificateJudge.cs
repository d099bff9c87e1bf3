using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Burgernet.Sip.Transport;

/// <summary>Why a certificate is not taken, or that it is.</summary>
internal static class CertificateJudge
{
    /// <summary>What the framework found wrong with the chain; the name is compared apart from that (its own comparison takes wildcards).</summary>
    public static SipConnectionFailure OfChain(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return SipConnectionFailure.CertificateInvalid;
        }

        var found = X509ChainStatusFlags.NoError;
        foreach (var status in chain?.ChainStatus ?? [])
        {
            found |= status.Status;
        }

        if (
            found.HasFlag(X509ChainStatusFlags.UntrustedRoot)
            || found.HasFlag(X509ChainStatusFlags.PartialChain)
            || found.HasFlag(X509ChainStatusFlags.NotSignatureValid)
        )
        {
            // The last one: an authority that has only the name of ours.
            return SipConnectionFailure.UnknownAuthority;
        }

        return found switch
        {
            X509ChainStatusFlags.NoError when !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) => SipConnectionFailure.None,
            _ when found.HasFlag(X509ChainStatusFlags.NotTimeValid) => SipConnectionFailure.CertificateExpired,
            _ => SipConnectionFailure.CertificateInvalid,
        };
    }

    /// <summary>A policy that trusts the given authorities only, or the system's, and fetches nothing by itself.</summary>
    public static X509ChainPolicy PolicyFor(X509Certificate2Collection? authorities, X509RevocationMode revocation)
    {
        // Who leaves out the certificates in between (RFC 8446 §4.4.2 demands them) must not have us fetch from wherever theirs says.
        var policy = new X509ChainPolicy { RevocationMode = revocation, DisableCertificateDownloads = true };
        if (authorities is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }
}
