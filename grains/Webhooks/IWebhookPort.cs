namespace Burgernet.Grains.Webhooks;

/// <summary>Posts requests. The node implements it.</summary>
public interface IWebhookPort
{
    /// <summary>Posts one and waits for its answer; follows no redirect. Never throws for what a receiver does.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long all of it may take.</param>
    Task<WebhookOutcome> Post(WebhookRequest request, TimeSpan timeout);
}
