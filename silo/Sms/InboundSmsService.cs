using Burgernet.Grains.Sms;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Sms;

/// <summary>Has text messages dealt with as long as the node runs; at its start what the node before it left.</summary>
internal sealed partial class InboundSmsService(
    InboundSmsRelay relay,
    IOptions<InboundSmsOptions> options,
    TimeProvider time,
    ILogger<InboundSmsService> logger
) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Work(stoppingToken), Scan(stoppingToken));

    private async Task Work(CancellationToken stoppingToken)
    {
        try
        {
            await relay.Work(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits stands in the store.
        }
    }

    private async Task Scan(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await relay.Scan();
            }
            catch (Exception exception)
            {
                // Whatever it is: a node that calls people does not stop for it.
                LogFailed(logger, exception);
            }

            await Task.Delay(options.Value.ScanInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The scan for text messages failed; soon again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
