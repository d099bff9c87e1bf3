using Burgernet.Grains.Mail;
using MailKit.Net.Smtp;
using MimeKit;

namespace Burgernet.Silo.Mail;

/// <summary>One connection to a relay.</summary>
internal sealed partial class SmtpMailSession(
    SmtpClient client,
    MailComposer composer,
    MailOptions options,
    TimeProvider time,
    ILogger logger
) : IMailSession
{
    /// <summary>How long to wait for the relay's goodbye.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    public async Task<MailOutcome> Send(MailLetter mail, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var message = composer.Compose(mail);
        try
        {
            await client.SendAsync(message, composer.Sender(mail), [new MailboxAddress("", mail.To.Value)], either.Token);
            return MailOutcome.Accepted;
        }
        catch (SmtpCommandException exception)
        {
            // The address may stand in the relay's words; its codes are enough.
            LogRefused(logger, mail.Id, SmtpMailPort.Reason(exception));
            return exception.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)exception.StatusCode >= 500 ? MailOutcome.NoSuchAddress
                : client.IsConnected ? MailOutcome.NotNow
                : MailOutcome.Lost;
        }
        catch (Exception exception) when (SmtpMailPort.IsOfTheRelay(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogLost(logger, mail.Id, SmtpMailPort.Reason(exception));
            return MailOutcome.Lost;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(Goodbye, time);
        try
        {
            if (client.IsConnected)
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
        }
        catch (Exception exception) when (SmtpMailPort.IsOfTheRelay(exception))
        {
            // It has what it acknowledged; how it says goodbye is its own affair.
        }

        client.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {LetterId} was not accepted: {Reason}")]
    private static partial void LogRefused(ILogger logger, Guid letterId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay was lost with letter {LetterId} under way: {Reason}")]
    private static partial void LogLost(ILogger logger, Guid letterId, string reason);
}
