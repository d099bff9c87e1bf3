using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Burgernet.Silo.Mail;

/// <summary>Connects to a relay as the settings say (RFC 5321, 3207, 4954).</summary>
internal static class RelayConnection
{
    /// <summary>Connects, and logs in where there is a user.</summary>
    /// <param name="client">Not connected yet.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Takes too long, or the node stops.</param>
    /// <exception cref="Exception">Of those that <see cref="SmtpMailPort.IsOfTheRelay"/> knows.</exception>
    public static async Task Open(SmtpClient client, RelayOptions options, CancellationToken cancellationToken)
    {
        client.CheckCertificateRevocation = false;
        if (options.AuthorityFiles.Count > 0)
        {
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                IsTrusted(options.AuthorityFiles, certificate, chain, errors);
        }

        var security = options.Security switch
        {
            RelayOptions.Tls => SecureSocketOptions.SslOnConnect,
            RelayOptions.Plain => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(options.Host!, options.Port, security, cancellationToken);
        if (options.User is { } user)
        {
            await client.AuthenticateAsync(user, options.Password!, cancellationToken);
        }
    }

    private static bool IsTrusted(IList<string> authorities, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var file in authorities)
        {
            own.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        foreach (var sent in chain?.ChainElements.Skip(1) ?? [])
        {
            own.ChainPolicy.ExtraStore.Add(sent.Certificate);
        }

        return own.Build(X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()));
    }
}
