using Burgernet.Webhooks;

namespace Burgernet.Grains.Webhooks;

/// <summary>What became of a request.</summary>
/// <param name="Failure">Why it was not taken, or null where it was.</param>
/// <param name="Status">The HTTP status, or null where there was none.</param>
/// <param name="RetryAfter">When the receiver wants to be tried again, or null.</param>
public sealed record WebhookOutcome(WebhookFailure? Failure, int? Status = null, TimeSpan? RetryAfter = null);
