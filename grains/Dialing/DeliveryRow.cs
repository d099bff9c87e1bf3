using Burgernet.Participants;

namespace Burgernet.Grains.Dialing;

/// <summary>A new delivery.</summary>
/// <param name="ParticipantId">To whom.</param>
/// <param name="Language">In which language.</param>
/// <param name="Band">The distance band.</param>
/// <param name="SelectedAt">When the participant was selected.</param>
public sealed record DeliveryRow(Guid ParticipantId, Language Language, int Band, DateTimeOffset SelectedAt);
