namespace Burgernet.Dialing;

/// <summary>Some of an action's deliveries.</summary>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.delivery-page")]
public sealed record DeliveryPage([property: Id(0)] IReadOnlyList<DeliveryView> Deliveries, [property: Id(1)] string? Next);
