namespace Burgernet.Benchmarks.Chaos;

/// <summary>A claim, as the database holds it.</summary>
/// <param name="Delivery">What for.</param>
/// <param name="CallId">The Call-ID that it names.</param>
/// <param name="Incarnation">Whose it is.</param>
/// <param name="ClaimedAt">When, by that node's wall clock.</param>
/// <param name="Deadline">Until when it charges a line if its dialer dies and nobody ends it.</param>
/// <param name="EndedAt">When it was ended, or null.</param>
internal sealed record ChaosAttempt(
    ChaosDelivery Delivery,
    string CallId,
    string Incarnation,
    DateTimeOffset ClaimedAt,
    DateTimeOffset Deadline,
    DateTimeOffset? EndedAt
);
