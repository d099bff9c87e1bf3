using Burgernet.Grains.Mail;

namespace Burgernet.Silo.Mail;

/// <summary>Runs the relay of letters as long as the node does.</summary>
internal sealed partial class LetterRelayService(LetterRelay relay, TimeProvider time, ILogger<LetterRelayService> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterAFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await Sweep(stoppingToken), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> Sweep(CancellationToken stoppingToken)
    {
        try
        {
            return await relay.Sweep(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            // Whatever it is: a node that calls people does not stop for it.
            LogFailed(logger, exception);
            return AfterAFault;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The relay of letters failed; in a minute again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
