using Burgernet.Participants;

namespace Burgernet.Actions;

/// <summary>A tip, opened.</summary>
/// <param name="Receipt">Where it stands.</param>
/// <param name="Text">In their words; null where its key was destroyed.</param>
/// <param name="Phone">E.164, or null.</param>
/// <param name="AcknowledgedAt">When whoever told it was thanked by a text message, or null.</param>
[GenerateSerializer]
[Immutable]
[Alias("burgernet.read-tip")]
public sealed record ReadTip(
    [property: Id(0)] TipReceipt Receipt,
    [property: Id(1)] PersonalText? Text,
    [property: Id(2)] PersonalText? Phone,
    [property: Id(3)] DateTimeOffset? AcknowledgedAt = null
);
