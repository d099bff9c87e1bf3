namespace Burgernet.Webhooks;

/// <summary>An entry of a dossier that was not delivered and is not tried any more.</summary>
/// <param name="ActionId">Of which action.</param>
/// <param name="Sequence">Its place in the action's own chain; the ones before it that were not delivered are given up too.</param>
/// <param name="At">When it was given up.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.webhook-loss")]
public sealed record WebhookLoss([property: Id(0)] Guid ActionId, [property: Id(1)] long Sequence, [property: Id(2)] DateTimeOffset At);
