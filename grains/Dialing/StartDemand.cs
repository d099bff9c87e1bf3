using Burgernet.Actions;

namespace Burgernet.Grains.Dialing;

/// <summary>What an action could do with freed lines.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Urgency">Which others it goes before.</param>
/// <param name="Due">Deliveries that could start now; 0 for an action that is there and has none ready.</param>
public readonly record struct StartDemand(Guid ActionId, Urgency Urgency, int Due);
