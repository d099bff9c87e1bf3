using Burgernet.Actions;

namespace Burgernet.Api.Actions;

/// <summary>A tip.</summary>
public sealed record TipJson
{
    /// <summary>The tip's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its place in the action's own chain of the dossier.</summary>
    public required long Sequence { get; init; }

    /// <summary>Who wrote it down; <c>system</c> where it came as a text message and nobody had to.</summary>
    public required string Dispatcher { get; init; }

    /// <summary>How it came: <c>dispatcher</c>, who was told it, or <c>sms</c>.</summary>
    public required TipChannel Channel { get; init; }

    /// <summary>Whether it is to be read first: whoever sent it asks for help.</summary>
    public required bool Urgent { get; init; }

    /// <summary>In the caller's words; absent where its key was destroyed.</summary>
    public string? Text { get; init; }

    /// <summary>The number that they left, E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>When they were thanked by a text message; absent where they were not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    internal static TipJson Of(ReadTip tip) =>
        new()
        {
            Id = tip.Receipt.Id,
            At = tip.Receipt.At,
            Sequence = tip.Receipt.Sequence,
            Dispatcher = tip.Receipt.Dispatcher,
            Channel = tip.Receipt.Channel,
            Urgent = tip.Receipt.Urgent,
            Text = tip.Text?.Value,
            Phone = tip.Phone?.Value,
            AcknowledgedAt = tip.AcknowledgedAt,
        };
}
