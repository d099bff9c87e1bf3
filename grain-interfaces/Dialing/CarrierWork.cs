using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>An action that wants lines.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Lanes">How many lanes it has, numbered from 0.</param>
/// <param name="Urgency">Which others it goes before.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.carrier-work")]
public sealed record CarrierWork([property: Id(0)] Guid ActionId, [property: Id(1)] int Lanes, [property: Id(2)] Urgency Urgency);
