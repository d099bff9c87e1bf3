using Burgernet.Dossier;

namespace Burgernet.Grains.Dossier;

/// <summary>A delivery as the store has it; it gets its pseudonym before anybody sees it.</summary>
/// <param name="Participant">Of whom.</param>
/// <param name="Delivery">All else.</param>
public readonly record struct FoundDelivery(Guid Participant, DeliveryRecord Delivery);
