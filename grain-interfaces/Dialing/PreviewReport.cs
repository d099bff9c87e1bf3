namespace Burgernet.Dialing;

/// <summary>What is known of a preview's call, cumulative: a later report includes the earlier ones.</summary>
/// <param name="PreviewId">The preview.</param>
/// <param name="Call">The call; null where no line came free in time, and then it is over.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.preview-report")]
public sealed record PreviewReport([property: Id(0)] Guid PreviewId, [property: Id(1)] CallReport? Call);
