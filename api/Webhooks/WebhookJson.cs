using Burgernet.Webhooks;

namespace Burgernet.Api.Webhooks;

/// <summary>How a webhook goes.</summary>
public sealed record WebhookJson
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Scheme, host and port that it goes to.</summary>
    public required string Origin { get; init; }

    /// <summary>The types of entries that are sent; empty for all but <c>anchored</c>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What was recorded before is not sent.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When an entry was last taken.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Entries that wait, as far as is known.</summary>
    public required int Waiting { get; init; }

    /// <summary>When something that waits is tried next.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>What went wrong since something was last taken; absent where nothing did.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>The HTTP status that came with it.</summary>
    public int? Status { get; init; }

    /// <summary>When something last went wrong.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Since when it says that it is gone (410) and gets nothing any more.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Entries that were given up.</summary>
    public required long GivenUp { get; init; }

    /// <summary>The last entry that was given up.</summary>
    public WebhookLossJson? LastLoss { get; init; }

    internal static WebhookJson Of(WebhookState state) =>
        new()
        {
            Name = state.Name,
            Origin = state.Origin,
            Events = state.Events,
            Since = state.Since,
            DeliveredAt = state.DeliveredAt,
            Waiting = state.Waiting,
            NextTryAt = state.NextTryAt,
            Failure = state.Failure,
            Status = state.Status,
            FailedAt = state.FailedAt,
            GoneAt = state.GoneAt,
            GivenUp = state.GivenUp,
            LastLoss = state.LastLoss is { } loss ? new WebhookLossJson(loss.ActionId, loss.Sequence, loss.At) : null,
        };
}
