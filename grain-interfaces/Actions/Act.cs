namespace Burgernet.Actions;

/// <summary>An act that somebody orders: who, and under which idempotency key.</summary>
/// <param name="Actor">Who.</param>
/// <param name="OperationId">The Idempotency-Key of the request; a repeat of the same act under it changes nothing.</param>
/// <param name="Fingerprint">A hash of what was asked: the same key with another fingerprint is refused.</param>
/// <param name="Reason">Why, in the dispatcher's words, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.act")]
public sealed record Act(
    [property: Id(0)] Actor Actor,
    [property: Id(1)] string OperationId,
    [property: Id(2)] string Fingerprint,
    [property: Id(3)] string? Reason = null
);
