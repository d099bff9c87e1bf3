using System.Net.Sockets;
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
        var client = new SmtpClient { LocalDomain = _options.Domain };
        try
        {
            await RelayConnection.Open(client, _options, either.Token);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail waits: relay {Host}:{Port} cannot be used, {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string host, int port, string reason);
}
