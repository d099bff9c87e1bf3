using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A participant's location, as a cell keeps it.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="Point">Where.</param>
/// <param name="Language">The language to be spoken to in.</param>
public readonly record struct Subscription(Guid ParticipantId, GeoPoint Point, Language Language);
