namespace Burgernet.Grains.Dossier;

/// <summary>Some of an action's deliveries.</summary>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
public sealed record FoundDeliveries(IReadOnlyList<FoundDelivery> Deliveries, string? Next);
