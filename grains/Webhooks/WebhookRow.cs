using Burgernet.Webhooks;

namespace Burgernet.Grains.Webhooks;

/// <summary>What is stored of an endpoint.</summary>
public sealed record WebhookRow
{
    /// <summary>What was recorded before is not sent: when it was configured first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Everything that was recorded up to here has a cursor.</summary>
    public required DateTimeOffset SweptAt { get; init; }

    /// <summary>When an entry was last taken.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>The HTTP status behind it.</summary>
    public int? Status { get; init; }

    /// <summary>When it went wrong last.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Since when it is gone.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Entries that were given up.</summary>
    public long GivenUp { get; init; }

    /// <summary>The last of them.</summary>
    public WebhookLoss? LastLoss { get; init; }
}
