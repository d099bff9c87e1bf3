using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Participants;

/// <summary>Runs the relay of changes as long as the node does.</summary>
internal sealed partial class ChangeRelayService(ChangeRelay relay, TimeProvider time, ILogger<ChangeRelayService> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterAFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await Sweep(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> Sweep()
    {
        try
        {
            return await relay.Sweep();
        }
        catch (Exception exception)
        {
            // Whatever it is: a node that calls people does not stop for it.
            LogFailed(logger, exception);
            return AfterAFault;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The relay of the register's changes failed; in a minute again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
