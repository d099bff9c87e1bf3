using Burgernet.Actions;

namespace Burgernet.Dialing;

/// <summary>How far the deliveries of one medium are.</summary>
/// <param name="Medium">The medium.</param>
/// <param name="Deliveries">Deliveries so far.</param>
/// <param name="Done">Of them, those with a result.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.medium-totals")]
public readonly record struct MediumTotals([property: Id(0)] Medium Medium, [property: Id(1)] int Deliveries, [property: Id(2)] int Done);
