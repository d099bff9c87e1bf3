using Burgernet.Cells;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Participants;

/// <summary>Borders of a node to which none were given: everywhere is unknown.</summary>
internal sealed class UnknownBorders : IBorders
{
    public BorderCodes Find(GeoPoint point) => BorderCodes.Unknown;
}
