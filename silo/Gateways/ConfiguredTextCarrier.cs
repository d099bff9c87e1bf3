using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>One SMS centre or mail relay as it is configured.</summary>
/// <param name="Carrier">What the grains know of it.</param>
/// <param name="Settings">Its section: how it is reached is read from it by whoever reaches it.</param>
internal sealed record ConfiguredTextCarrier(CarrierOptions Carrier, IConfigurationSection Settings);
