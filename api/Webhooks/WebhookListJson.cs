namespace Burgernet.Api.Webhooks;

/// <summary>The webhooks of a control room.</summary>
public sealed record WebhookListJson
{
    /// <summary>In the order of the configuration.</summary>
    public required IReadOnlyList<WebhookJson> Webhooks { get; init; }
}
