namespace Burgernet.Actions;

/// <summary>What a dispatcher says on closing an action.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="ExpireOpenOutcomes">Whether outcomes that were not delivered yet are given up; else they go on.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.close-terms")]
public sealed record CloseTerms([property: Id(0)] ActionResult Result, [property: Id(1)] bool ExpireOpenOutcomes);
