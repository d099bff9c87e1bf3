using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>The result of a delivery.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Result">The result.</param>
/// <param name="Contacted">Whether the person was contacted in any attempt.</param>
/// <param name="At">When it was known.</param>
/// <param name="Medium">By what it went.</param>
public sealed record ResultRow(
    Guid ParticipantId,
    int Message,
    DeliveryResult Result,
    bool Contacted,
    DateTimeOffset At,
    Medium Medium = Medium.Voice
);
