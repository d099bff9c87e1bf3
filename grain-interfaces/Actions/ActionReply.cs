namespace Burgernet.Actions;

/// <summary>The answer to an act: what the action is now, or why not.</summary>
/// <param name="Action">The action, when the act was accepted (or repeated).</param>
/// <param name="Problem">Why it was refused, else null.</param>
/// <param name="Repeated">Whether this act had been accepted before under the same idempotency key.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.action-reply")]
public sealed record ActionReply(
    [property: Id(0)] ActionSnapshot? Action,
    [property: Id(1)] ActionProblem? Problem = null,
    [property: Id(2)] bool Repeated = false
);
