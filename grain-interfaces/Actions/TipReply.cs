namespace Burgernet.Actions;

/// <summary>The answer to a tip: that it is recorded, or why not.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Problem">Why not, else null.</param>
/// <param name="Repeated">Whether it was recorded before under the same idempotency key.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.tip-reply")]
public sealed record TipReply(
    [property: Id(0)] TipReceipt? Receipt,
    [property: Id(1)] ActionProblem? Problem = null,
    [property: Id(2)] bool Repeated = false
);
