using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A location with the borders that it is stored in, or is to be.</summary>
/// <param name="ParticipantId">Whose.</param>
/// <param name="Number">1 to 5.</param>
/// <param name="Point">Where.</param>
/// <param name="Borders">In whose borders.</param>
public sealed record SettledLocation(Guid ParticipantId, int Number, GeoPoint Point, BorderCodes Borders);
