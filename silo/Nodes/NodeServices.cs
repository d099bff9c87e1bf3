using Burgernet.Api.Nodes;
using Burgernet.Grains.Nodes;
using Burgernet.Silo.Gateways;

namespace Burgernet.Silo.Nodes;

/// <summary>What watching and draining this node consists of.</summary>
internal static class NodeServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services)
    {
        services.AddSingleton<HandOver>();
        services.AddSingleton<NodeClock>();
        services.AddSingleton<NodeDrain>();
        services.AddSingleton<INodeControl>(provider => provider.GetRequiredService<NodeDrain>());
        services.AddSingleton<OpenTrunks>();
        services.AddSingleton<IFatalErrorHandler>(provider => new NodeEnd(
            provider.GetRequiredService<OpenTrunks>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<NodeEnd>>(),
            Environment.FailFast
        ));
        services.AddSingleton<NodeInstruments>();
        services.AddSingleton<ILocalNode, LocalNode>();
        return services;
    }
}
