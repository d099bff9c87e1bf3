using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>Runs the relay of receipts as long as the node does.</summary>
internal sealed partial class ReceiptRelayService(ReceiptRelay relay, ReceiptDesk desk, ILogger<ReceiptRelayService> logger)
    : BackgroundService
{
    /// <summary>What a crash or another node left is looked for this often.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await desk.WaitForNews(Interval, stoppingToken);
                await relay.Sweep(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Whatever it is: nothing is lost by telling it later.
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Receipts are not told to their actions yet; they are offered again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
