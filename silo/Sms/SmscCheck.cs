using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Burgernet.Silo.Sms;

/// <summary>Degraded, which still takes requests, while a connection to an SMS centre is not bound.</summary>
internal sealed class SmscCheck(SmsGateways gateways) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] down =
        [
            .. gateways
                .All.Where(static gateway => gateway.BindsUp < gateway.Binds)
                .Select(static gateway =>
                    $"{gateway.Carrier.Name} ({gateway.BindsUp} of {gateway.Binds} bound, last: {gateway.LastFailure})"
                ),
        ];
        return Task.FromResult(
            down.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"SMS centres: {string.Join(", ", down)}")
        );
    }
}
