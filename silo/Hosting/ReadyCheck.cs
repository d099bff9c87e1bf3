using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Burgernet.Silo.Hosting;

/// <summary>Ready: started, neither drained nor stopping, and the database answers. Degraded, which still takes requests, until the register is in memory, and while a trunk rests.</summary>
internal sealed class ReadyCheck(NodeState state, IActionStore store, WarmUpProgress warmUp, TrunkBoard board) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.Ready)
        {
            return HealthCheckResult.Unhealthy(state.DrainingSince is null ? "starting or stopping" : "draining or drained");
        }

        try
        {
            await store.ListRunning();
            var resting = board.Trunks.Where(trunk => trunk.Value.Phase != TrunkPhase.Taking).Select(trunk => trunk.Key).ToArray();
            return !warmUp.Done
                    ? HealthCheckResult.Degraded($"bringing the register into memory: {warmUp.Subscriptions} subscriptions so far")
                : resting.Length > 0 ? HealthCheckResult.Degraded($"trunks that rest: {string.Join(", ", resting)}")
                : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", exception);
        }
    }
}
