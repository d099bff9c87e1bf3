using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A new delivery.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Message">Which message of the action, from 1.</param>
/// <param name="Language">In which language.</param>
/// <param name="Band">The distance band.</param>
/// <param name="SelectedAt">When the participant was selected.</param>
public sealed record DeliveryRow(Guid ParticipantId, int Message, Language Language, int Band, DateTimeOffset SelectedAt);
