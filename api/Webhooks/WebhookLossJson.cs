namespace Burgernet.Api.Webhooks;

/// <summary>An entry that was given up: it stands in the dossier and was not delivered.</summary>
/// <param name="ActionId">Of which action.</param>
/// <param name="Sequence">Its place in the action's own chain.</param>
/// <param name="At">When it was given up.</param>
public sealed record WebhookLossJson(Guid ActionId, long Sequence, DateTimeOffset At);
