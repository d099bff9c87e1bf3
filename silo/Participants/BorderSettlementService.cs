using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Participants;

/// <summary>Has the locations of the register put into the configured borders after the node has started: nothing to do but in the first start with other files.</summary>
internal sealed partial class BorderSettlementService(
    BorderSettlement settlement,
    TimeProvider time,
    ILogger<BorderSettlementService> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await settlement.Run(stoppingToken);
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogLater(logger, exception);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not all locations could be put into the configured borders; later again")]
    private static partial void LogLater(ILogger logger, Exception exception);
}
