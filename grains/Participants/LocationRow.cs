using Burgernet.Cells;
using Burgernet.Participants;

namespace Burgernet.Grains.Participants;

/// <summary>A location as stored: what a selection needs, in plain; label and address are in the participant's sealed data.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Point">Where.</param>
/// <param name="Cell">H3, resolution 8.</param>
/// <param name="Region">H3, resolution 5.</param>
/// <param name="Borders">In whose borders.</param>
/// <param name="Channels">By what they may be reached.</param>
/// <param name="Hours">When.</param>
public sealed record LocationRow(
    int Number,
    GeoPoint Point,
    ulong Cell,
    ulong Region,
    BorderCodes Borders,
    ContactChannels Channels,
    WeeklyHours Hours
);
