using Orleans.Concurrency;

namespace Burgernet.Webhooks;

/// <summary>Sends what is recorded about a control room's actions to one address of its own system. Key: <c>{control room}/{name of the webhook}</c>.</summary>
[Alias("burgernet.IWebhook")]
public interface IWebhookGrain : IGrainWithStringKey
{
    /// <summary>Goes on with what is due, and looks for what it was not told of. Nodes call it every few seconds; does nothing otherwise.</summary>
    [Alias("Wake")]
    [AlwaysInterleave]
    Task Wake();

    /// <summary>An event was recorded. A hint: it may be lost or come twice.</summary>
    /// <param name="actionId">Of which action.</param>
    /// <param name="sequence">Its place in the action's own chain.</param>
    [Alias("Recorded")]
    [AlwaysInterleave]
    Task Recorded(Guid actionId, long sequence);

    /// <summary>How it goes.</summary>
    [Alias("State")]
    [AlwaysInterleave]
    Task<WebhookState> State();
}
