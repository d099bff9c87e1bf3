using Burgernet.Grains.Actions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Burgernet.Silo.Hosting;

/// <summary>Ready: started, not stopping, and the database answers.</summary>
internal sealed class ReadyCheck(NodeState state, IActionStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.Ready)
        {
            return HealthCheckResult.Unhealthy("starting or stopping");
        }

        try
        {
            await store.ListRunning();
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", exception);
        }
    }
}
