using Orleans.Placement;

namespace Burgernet.Grains.Dialing;

/// <summary>Places by the silo in the key: for dialers.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DialerPlacementAttribute() : PlacementAttribute(DialerPlacement.Instance);
