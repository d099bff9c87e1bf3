using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>All carriers as they are configured, in the order of their use.</summary>
internal sealed class ConfiguredCarriers(IReadOnlyList<ConfiguredCarrier> all)
{
    /// <summary>All of them; at least one.</summary>
    public IReadOnlyList<ConfiguredCarrier> All => all;

    /// <summary>As the grains take them.</summary>
    public CarrierList List { get; } = new([.. all.Select(carrier => carrier.Carrier)]);

    /// <summary>Whether every carrier is on this machine.</summary>
    public bool AllOnLoopback => all.All(carrier => carrier.Trunk.IsLoopback);

    /// <summary>The first carrier beyond this machine, or null.</summary>
    public ConfiguredCarrier? FirstBeyond => all.FirstOrDefault(carrier => !carrier.Trunk.IsLoopback);
}
