using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>All carriers as they are configured, in the order of their use.</summary>
internal sealed class ConfiguredCarriers(IReadOnlyList<ConfiguredCarrier> all, IReadOnlyList<ConfiguredTextCarrier>? texts = null)
{
    /// <summary>All trunks; at least one.</summary>
    public IReadOnlyList<ConfiguredCarrier> All => all;

    /// <summary>All SMS centres and mail relays.</summary>
    public IReadOnlyList<ConfiguredTextCarrier> Texts { get; } = texts ?? [];

    /// <summary>As the grains take them.</summary>
    public CarrierList List { get; } =
        new([.. all.Select(carrier => carrier.Carrier), .. (texts ?? []).Select(carrier => carrier.Carrier)]);

    /// <summary>Whether every carrier is on this machine.</summary>
    public bool AllOnLoopback => all.All(carrier => carrier.Trunk.IsLoopback);

    /// <summary>The first carrier beyond this machine, or null.</summary>
    public ConfiguredCarrier? FirstBeyond => all.FirstOrDefault(carrier => !carrier.Trunk.IsLoopback);
}
