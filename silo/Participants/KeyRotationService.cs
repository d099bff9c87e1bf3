using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Participants;

/// <summary>Has participants' keys wrapped by the newest master key after the node has started: nothing to do but in the first start with a new one.</summary>
internal sealed partial class KeyRotationService(KeyRotation rotation, TimeProvider time, ILogger<KeyRotationService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await rotation.Run(stoppingToken);
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
            catch (SealException exception)
            {
                // The start made sure of the keys: this one row is damaged. Whoever looks after it finds its id here.
                LogDamaged(logger, exception);
                return;
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The keys of participants could not all be wrapped by the newest master key; later again"
    )]
    private static partial void LogLater(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A participant's key does not open; older master keys must stay configured")]
    private static partial void LogDamaged(ILogger logger, Exception exception);
}
