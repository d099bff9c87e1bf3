using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>An invented participant with one location.</summary>
internal sealed record NewParticipant(Guid ParticipantId, Language Language, string Phone, GeoPoint Point, ulong Cell, ulong Region)
{
    public override string ToString() => ParticipantId.ToString();
}
