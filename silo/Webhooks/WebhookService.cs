using Burgernet.Grains.Webhooks;
using Burgernet.Webhooks;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Webhooks;

/// <summary>Sees to it that somewhere in the cluster every webhook is sent, as long as the node runs.</summary>
internal sealed partial class WebhookService(
    WebhookList webhooks,
    IGrainFactory grains,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookService> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (webhooks.All.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(webhooks.All.Select(Wake));
            await Task.Delay(options.Value.Sweep, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Wake(WebhookEndpoint endpoint)
    {
        try
        {
            await grains.GetGrain<IWebhookGrain>(endpoint.Key).Wake();
        }
        catch (Exception exception)
        {
            // Whatever it is: a node that calls people does not stop for it.
            LogFailed(logger, exception, endpoint.Key);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} could not be woken; soon again")]
    private static partial void LogFailed(ILogger logger, Exception exception, string webhook);
}
