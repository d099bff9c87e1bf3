namespace Burgernet.Coverage;

/// <summary>How many in a month.</summary>
/// <param name="Month">The first day of the month, UTC.</param>
/// <param name="Count">How many, rounded; null where fewer than <see cref="CoverageRounding.Least"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.month-count")]
public readonly record struct MonthCount([property: Id(0)] DateOnly Month, [property: Id(1)] int? Count);
