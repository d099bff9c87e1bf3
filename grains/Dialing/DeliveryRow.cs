using Burgernet.Actions;
using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A new delivery.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Language">In which language.</param>
/// <param name="Band">The distance band.</param>
/// <param name="SelectedAt">When the participant was selected.</param>
/// <param name="Medium">By what it goes.</param>
/// <param name="Chosen">By what the participant may be reached at the place where they were found.</param>
public sealed record DeliveryRow(
    Guid ParticipantId,
    int Message,
    Language Language,
    int Band,
    DateTimeOffset SelectedAt,
    Medium Medium = Medium.Voice,
    ContactChannels Chosen = ContactChannels.Voice
);
