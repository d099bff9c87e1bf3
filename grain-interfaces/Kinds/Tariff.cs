namespace Burgernet.Kinds;

/// <summary>What calls and texts cost.</summary>
/// <param name="PerAnswer">Euro for each call that is answered.</param>
/// <param name="PerMinute">Euro for each minute that a call is answered, counted by the second.</param>
/// <param name="PerSms">Euro for each SMS: a text that takes three costs three.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tariff")]
public sealed record Tariff([property: Id(0)] decimal PerAnswer, [property: Id(1)] decimal PerMinute, [property: Id(2)] decimal PerSms = 0);
