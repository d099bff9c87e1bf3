namespace Burgernet.Kinds;

/// <summary>What calls cost.</summary>
/// <param name="PerAnswer">Euro for each call that is answered.</param>
/// <param name="PerMinute">Euro for each minute that a call is answered, counted by the second.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tariff")]
public sealed record Tariff([property: Id(0)] decimal PerAnswer, [property: Id(1)] decimal PerMinute);
