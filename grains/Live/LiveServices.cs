using Burgernet.Grains.Actions;
using Burgernet.Grains.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Burgernet.Grains.Live;

/// <summary>What telling others about actions, and measuring them, consists of, its ports aside.</summary>
internal static class LiveServices
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="webhooks">The webhooks of the installation.</param>
    public static IServiceCollection AddHerald(this IServiceCollection services, WebhookList webhooks)
    {
        services.AddSingleton(webhooks);
        services.AddSingleton<WebhookInstruments>();
        services.AddSingleton<ActionInstruments>();
        services.AddSingleton<ActionHerald>();
        return services;
    }
}
