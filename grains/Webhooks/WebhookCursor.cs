namespace Burgernet.Grains.Webhooks;

/// <summary>How far an endpoint was told of an action. Stored.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Sequence">Everything up to here was taken, is not wanted, or was given up.</param>
/// <param name="Tries">How often the next entry was tried.</param>
/// <param name="DueAt">When it is tried next; null where nothing waits.</param>
public sealed record WebhookCursor(Guid ActionId, long Sequence, int Tries, DateTimeOffset? DueAt);
