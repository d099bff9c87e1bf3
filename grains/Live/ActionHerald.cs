using Burgernet.Actions;
using Burgernet.Grains.Webhooks;
using Burgernet.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Burgernet.Grains.Live;

/// <summary>Tells others about an action: who watches it over the stream, and the senders of webhooks. Both are hints; both look by themselves too.</summary>
internal sealed class ActionHerald(IServiceProvider services, WebhookList webhooks, IGrainFactory grains)
{
    private readonly IStreamProvider? _streams = services.GetKeyedService<IStreamProvider>(LiveStream.Provider);

    /// <summary>Tells who watches how an action stands.</summary>
    public Task Tell(ActionPulse pulse) =>
        _streams?.GetStream<ActionPulse>(StreamId.Create(LiveStream.Namespace, pulse.ControlRoom)).OnNextAsync(pulse) ?? Task.CompletedTask;

    /// <summary>An event is stored: whoever sends it on may begin.</summary>
    public void Recorded(string controlRoom, Guid actionId, long sequence)
    {
        foreach (var endpoint in webhooks.Of(controlRoom))
        {
            grains.GetGrain<IWebhookGrain>(endpoint.Key).Recorded(actionId, sequence).Ignore();
        }
    }
}
