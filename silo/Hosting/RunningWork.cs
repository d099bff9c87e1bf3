using Burgernet.Actions;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Imports;
using Burgernet.Imports;

namespace Burgernet.Silo.Hosting;

/// <summary>Wakes actions and imports that should be running: when the node starts, whenever a silo comes or goes, and every half a minute all the same.</summary>
/// <remarks>Every node does: to wake what is awake changes nothing. So nothing that ran on a silo that died waits for somebody to ask after it.</remarks>
internal sealed partial class RunningWork(
    IGrainFactory grains,
    IActionStore actions,
    IImportStore imports,
    IClusterMembershipService membership,
    NodeState state,
    TimeProvider time,
    ILogger<RunningWork> logger
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>Wakes what the store says is running.</summary>
    public async Task Wake()
    {
        foreach (var action in await actions.ListRunning())
        {
            LogResumes(logger, action);
            await grains.GetGrain<IActionGrain>(action).Wake();
        }

        foreach (var import in await imports.ListRunning())
        {
            await grains.GetGrain<IImportGrain>(import).Resume();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changes = membership.MembershipUpdates.GetAsyncEnumerator(stoppingToken);
        await using (changes.ConfigureAwait(false))
        {
            var change = changes.MoveNextAsync().AsTask();
            while (!stoppingToken.IsCancellationRequested)
            {
                var woken = state.Ready && await TryWake();
                if (change.IsCompleted)
                {
                    change = changes.MoveNextAsync().AsTask();
                }

                await Task.WhenAny(change, Task.Delay(woken ? Round : Again, time, stoppingToken));
            }
        }
    }

    private async Task<bool> TryWake()
    {
        try
        {
            await Wake();
            return true;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException or StoreUnavailableException)
        {
            // A grain that stands on a dying silo, or the database away: soon again.
            LogNotWoken(logger, exception);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Action {ActionId} is running: it is kept awake")]
    private static partial void LogResumes(ILogger logger, Guid actionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not everything that should be running could be woken; again in a second")]
    private static partial void LogNotWoken(ILogger logger, Exception exception);
}
