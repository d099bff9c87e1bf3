using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Burgernet.Silo.Mail.Bounces;

/// <summary>Looks for bounces where they lie, and keeps in mind which addresses nothing goes to. It may run on several nodes: a bounce that two of them see is counted once.</summary>
internal sealed partial class BounceService(
    IOptions<BounceMailboxOptions> options,
    BounceReader reader,
    BounceDesk desk,
    IBounceStore store,
    UndeliverableAddresses undeliverable,
    TimeProvider time,
    ILogger<BounceService> logger
) : BackgroundService
{
    private readonly BounceMailboxOptions _options = options.Value;

    private readonly Maildir? _mailbox = options.Value.Maildir is { } maildir ? new Maildir(maildir) : null;

    /// <summary>Looks once. What goes wrong is logged, and looked at again the next time.</summary>
    public async Task Look(CancellationToken stoppingToken)
    {
        try
        {
            if (_mailbox is not null)
            {
                using var limit = new CancellationTokenSource(_options.Timeout, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
                await _mailbox.Look(Take, either.Token);
            }

            await undeliverable.Refresh(store);
        }
        catch (Exception exception)
            when (exception is StoreUnavailableException or UnauthorizedAccessException || SmtpMailPort.IsOfTheRelay(exception))
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                LogUnreachable(logger, SmtpMailPort.Reason(exception));
            }
        }
        catch (Exception exception)
        {
            // Whatever it is: a node that calls people does not stop for it.
            LogFailed(logger, exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Look(stoppingToken);
            await Task.Delay(_options.PollInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Take(MimeMessage mail)
    {
        if (reader.Read(mail, HashChain.Now(time)) is not { } bounce)
        {
            return false;
        }

        await desk.Take(bounce);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Bounces cannot be read or stored now: {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for bounces failed; later again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
