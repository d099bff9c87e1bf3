namespace Burgernet.Webhooks;

/// <summary>A control room's view over its webhooks. Key: the control room's id.</summary>
[Alias("burgernet.IWebhooks")]
public interface IWebhooksGrain : IGrainWithStringKey
{
    /// <summary>How each of them goes, in the order of the configuration.</summary>
    [Alias("List")]
    Task<IReadOnlyList<WebhookState>> List();
}
