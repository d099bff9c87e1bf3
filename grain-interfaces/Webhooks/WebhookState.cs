namespace Burgernet.Webhooks;

/// <summary>How a webhook goes.</summary>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.webhook-state")]
public sealed record WebhookState
{
    /// <summary>Its name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>Scheme, host and port that it goes to; the rest of the address may hold what nobody should read.</summary>
    [Id(1)]
    public required string Origin { get; init; }

    /// <summary>The types of entries that are sent; empty for all but anchors.</summary>
    [Id(2)]
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Entries that were recorded before this moment are not sent.</summary>
    [Id(3)]
    public required DateTimeOffset Since { get; init; }

    /// <summary>When an entry was last taken, or null.</summary>
    [Id(4)]
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Entries that wait, as far as is known.</summary>
    [Id(5)]
    public required int Waiting { get; init; }

    /// <summary>When something waiting is tried next, or null.</summary>
    [Id(6)]
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>What went wrong the last time, or null where nothing did.</summary>
    [Id(7)]
    public WebhookFailure? Failure { get; init; }

    /// <summary>When that was, or null.</summary>
    [Id(8)]
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>The HTTP status behind it, or null where there was none.</summary>
    [Id(9)]
    public int? Status { get; init; }

    /// <summary>Since when it says that it is gone (410), and gets nothing any more; or null.</summary>
    [Id(10)]
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Entries that were given up.</summary>
    [Id(11)]
    public required long GivenUp { get; init; }

    /// <summary>The last one that was given up, or null.</summary>
    [Id(12)]
    public WebhookLoss? LastLoss { get; init; }
}
