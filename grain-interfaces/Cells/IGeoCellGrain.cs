using Burgernet.Participants;
using Orleans.Concurrency;

namespace Burgernet.Cells;

/// <summary>The subscriptions in one cell, in memory. Key: the H3 cell of resolution 8, its 64 bits as a long.</summary>
[Alias("burgernet.IGeoCell")]
public interface IGeoCellGrain : IGrainWithIntegerKey
{
    /// <summary>Who in this cell is selected. Whoever has two locations here may be found twice.</summary>
    [ReadOnly]
    [Alias("Select")]
    ValueTask<CandidateBatch> Select(CellQuery query);

    /// <summary>Participants who were or are in this cell changed: it looks at the register for those of whom it does not have this version or a later one. May be repeated, late, and in any order.</summary>
    /// <remarks>When it returns, whatever is selected from the cell is of these versions or later ones. Fails as a whole when the register does not answer; nothing changed then.</remarks>
    [Alias("Apply")]
    Task Apply(ParticipantVersion[] changed);

    /// <summary>Reads the cell from the register again, after a bulk change.</summary>
    [Alias("Reload")]
    Task Reload();
}
