using Burgernet.Dialing;

namespace Burgernet.Dossier;

/// <summary>Some of an action's deliveries.</summary>
/// <param name="Deliveries">The deliveries, with the ids of participants: whoever hands them on decides who may see those.</param>
/// <param name="Pseudonyms">What stands for each of these participants in this action.</param>
/// <param name="Next">Where the next page starts, or null at the end; without an id of a participant.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.delivery-view-page")]
public sealed record DeliveryViewPage(
    [property: Id(0)] IReadOnlyList<DeliveryView> Deliveries,
    [property: Id(1)] IReadOnlyList<string> Pseudonyms,
    [property: Id(2)] string? Next
);
