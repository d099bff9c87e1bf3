namespace Burgernet.Grains.Webhooks;

/// <summary>What waits of one action for one endpoint; in memory.</summary>
internal sealed class WebhookQueue(Guid actionId)
{
    public Guid ActionId => actionId;

    /// <summary>How far it is; null until it was read.</summary>
    public WebhookCursor? Cursor { get; set; }

    /// <summary>The last entry that is known of.</summary>
    public long Known { get; set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Whether a request about it is under way.</summary>
    public bool Busy { get; set; }

    /// <summary>Entries that wait, as they were counted last.</summary>
    public int Waiting { get; set; } = 1;
}
