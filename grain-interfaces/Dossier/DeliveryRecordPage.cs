namespace Burgernet.Dossier;

/// <summary>Some of an action's deliveries.</summary>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="Next">Where the next page starts, or null at the end. Not for others: it names a participant.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.delivery-record-page")]
public sealed record DeliveryRecordPage([property: Id(0)] IReadOnlyList<DeliveryRecord> Deliveries, [property: Id(1)] string? Next);
