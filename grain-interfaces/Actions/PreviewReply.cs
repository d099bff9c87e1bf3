namespace Burgernet.Actions;

/// <summary>The answer to an order of a preview, or a question after one.</summary>
/// <param name="Preview">The preview.</param>
/// <param name="Problem">Why there is none, else null.</param>
/// <param name="Repeated">Whether it was ordered before under the same idempotency key.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.preview-reply")]
public sealed record PreviewReply(
    [property: Id(0)] Preview? Preview,
    [property: Id(1)] ActionProblem? Problem = null,
    [property: Id(2)] bool Repeated = false
);
