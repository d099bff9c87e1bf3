namespace Burgernet.Actions;

/// <summary>What a dispatcher says on starting an action, beside that it is to start.</summary>
/// <param name="ConfirmedPeople">How many people they have confirmed to call, or null.</param>
/// <param name="QuietHoursOverride">Why people are called in quiet hours, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.start-terms")]
public sealed record StartTerms([property: Id(0)] int? ConfirmedPeople = null, [property: Id(1)] string? QuietHoursOverride = null);
