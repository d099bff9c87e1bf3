using Burgernet.Grains.Actions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Burgernet.Silo.Hosting;

/// <summary>Ready: started, not stopping, and the database answers. Degraded, which still takes requests, until the register is in memory.</summary>
internal sealed class ReadyCheck(NodeState state, IActionStore store, WarmUpProgress warmUp) : IHealthCheck
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
            return warmUp.Done
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"bringing the register into memory: {warmUp.Subscriptions} subscriptions so far");
        }
        catch (StoreUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", exception);
        }
    }
}
