using Burgernet.Webhooks;
using Orleans.Concurrency;

namespace Burgernet.Grains.Webhooks;

/// <summary>Key: the control room's id. Holds nothing; any number may read at once.</summary>
[GrainType("webhooks")]
[StatelessWorker]
internal sealed class WebhooksGrain(WebhookList list) : Grain, IWebhooksGrain
{
    public async Task<IReadOnlyList<WebhookState>> List() =>
        await Task.WhenAll(
            list.Of(this.GetPrimaryKeyString()).Select(endpoint => GrainFactory.GetGrain<IWebhookGrain>(endpoint.Key).State())
        );
}
