using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What the tables hold of an action's deliveries, counted at one instant.</summary>
/// <param name="People">Participants with a delivery.</param>
/// <param name="Contacted">Of them, whose phone rang or was answered, or of whom a call was lost and nobody knows.</param>
/// <param name="WithoutOutcome">People who were contacted, or have a delivery of another message that is open, and have no delivery of the outcome.</param>
/// <param name="Deliveries">Deliveries, over all messages.</param>
/// <param name="Results">Deliveries by result, open ones included.</param>
public sealed record DeliveryCounts(
    int People,
    int Contacted,
    int WithoutOutcome,
    int Deliveries,
    IReadOnlyDictionary<DeliveryResult, int> Results
);
