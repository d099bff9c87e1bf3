using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Burgernet.Grains.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using AuthenticationException = System.Security.Authentication.AuthenticationException;

namespace Burgernet.Silo.Mail;

/// <summary>Hands mail to a relay over SMTP (RFC 5321, 3207, 4954).</summary>
internal sealed partial class SmtpMailPort(
    IOptions<MailOptions> options,
    MailComposer composer,
    TimeProvider time,
    ILogger<SmtpMailPort> logger
) : IMailPort
{
    private readonly MailOptions _options = options.Value;

    public bool Available => true;

    /// <summary>Whether it is a fault of the relay or of the way to it.</summary>
    public static bool IsOfTheRelay(Exception exception) =>
        exception
            is CommandException
                or ProtocolException
                or SslHandshakeException
                or IOException
                or SocketException
                or TimeoutException
                or AuthenticationException
                or MailKit.Security.AuthenticationException
                or SaslException
                or ServiceNotConnectedException
                or ServiceNotAuthenticatedException
                or NotSupportedException
                or OperationCanceledException;

    public async Task<IMailSession?> Open(CancellationToken cancellationToken)
    {
        // Not ours to wait for: what a relay that hangs costs is one timeout.
        using var limit = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var client = new SmtpClient { CheckCertificateRevocation = false, LocalDomain = _options.Domain };
        if (_options.AuthorityFiles.Count > 0)
        {
            client.ServerCertificateValidationCallback = IsTrusted;
        }

        try
        {
            var security = _options.Security switch
            {
                MailOptions.Tls => SecureSocketOptions.SslOnConnect,
                MailOptions.Plain => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            };
            await client.ConnectAsync(_options.Host!, _options.Port, security, either.Token);
            if (_options.User is { } user)
            {
                await client.AuthenticateAsync(user, _options.Password!, either.Token);
            }

            return new SmtpMailSession(client, composer, _options, time, logger);
        }
        catch (Exception exception) when (IsOfTheRelay(exception))
        {
            client.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            LogUnreachable(logger, _options.Host!, _options.Port, Reason(exception));
            return null;
        }
    }

    /// <summary>What went wrong in a few words; nothing that the relay wrote, in which an address may stand.</summary>
    public static string Reason(Exception exception) =>
        exception switch
        {
            SmtpCommandException command => $"{command.ErrorCode}, {(int)command.StatusCode}",
            OperationCanceledException => "it did not answer in time",
            MailKit.Security.AuthenticationException or SaslException => "it refuses user and password",
            SslHandshakeException => "no TLS that can be trusted",
            NotSupportedException => "it does not offer STARTTLS",
            SocketException socket => socket.SocketErrorCode.ToString(),
            _ => exception.GetType().Name,
        };

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var file in _options.AuthorityFiles)
        {
            own.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        foreach (var sent in chain?.ChainElements.Skip(1) ?? [])
        {
            own.ChainPolicy.ExtraStore.Add(sent.Certificate);
        }

        return own.Build(X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail waits: relay {Host}:{Port} cannot be used, {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string host, int port, string reason);
}
