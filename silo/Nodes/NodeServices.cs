using Burgernet.Api.Nodes;
using Burgernet.Grains.Nodes;

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
        services.AddSingleton<NodeInstruments>();
        services.AddSingleton<ILocalNode, LocalNode>();
        return services;
    }
}
