using Burgernet.Cells;

namespace Burgernet.Grains.Participants;

/// <summary>Reads the register of participants for cells and regions. The node implements it.</summary>
public interface IParticipantStore
{
    /// <summary>The locations of active participants in a cell.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    Task<IReadOnlyList<Subscription>> ReadCell(ulong cell);

    /// <summary>The populated cells of a region with their counts.</summary>
    /// <param name="region">H3 cell, resolution 5.</param>
    Task<PopulatedCell[]> ReadRegion(ulong region);
}
