using Burgernet.Grains.Live;
using Burgernet.Grains.Webhooks;

namespace Burgernet.Silo.Webhooks;

/// <summary>What telling control rooms' own systems consists of in a node, its store aside.</summary>
internal static class WebhookServices
{
    /// <summary>Adds it.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Webhooks that cannot be right.</exception>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHerald(WebhookSettings.Read(configuration));
        services.AddSingleton<IWebhookPort, HttpWebhookPort>();
        services.AddHostedService<WebhookService>();
        return services;
    }
}
