using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Gateways;

/// <summary>One carrier as it is configured.</summary>
/// <param name="Carrier">What the grains know of it.</param>
/// <param name="Trunk">How it is reached.</param>
internal sealed record ConfiguredCarrier(CarrierOptions Carrier, TrunkOptions Trunk);
