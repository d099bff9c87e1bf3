namespace Burgernet.Grains.Webhooks;

/// <summary>A signed request.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Id">The value of <c>webhook-id</c>.</param>
/// <param name="Timestamp">The value of <c>webhook-timestamp</c>.</param>
/// <param name="Signature">The value of <c>webhook-signature</c>.</param>
/// <param name="Body">JSON in UTF-8.</param>
public sealed record WebhookRequest(Uri Url, string Id, long Timestamp, string Signature, byte[] Body);
