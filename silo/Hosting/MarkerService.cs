using Burgernet.Grains.Cells;

namespace Burgernet.Silo.Hosting;

/// <summary>Keeps a recent marker of the change log at hand for searches.</summary>
internal sealed class MarkerService(RecentMarker marker, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(marker.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await marker.Refresh();
            }
            catch (Exception exception) when (exception is OrleansException or TimeoutException)
            {
                // The store says itself that it is away. Searches take their own marker, or fail for the same reason.
            }
        }
    }
}
