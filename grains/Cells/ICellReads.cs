using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>What cells read of the register.</summary>
internal interface ICellReads
{
    /// <summary>Where equal hours become the same ones.</summary>
    HoursPool Hours { get; }

    /// <summary>A cell, by a read that begins after this call.</summary>
    /// <param name="cell">H3 cell, resolution 8.</param>
    /// <exception cref="Actions.StoreUnavailableException">The register does not answer.</exception>
    Task<PackedCell> Cell(ulong cell);

    /// <summary>The locations of these participants, wherever they are.</summary>
    /// <exception cref="Actions.StoreUnavailableException">The register does not answer.</exception>
    Task<IReadOnlyList<Subscription>> Participants(IReadOnlyCollection<Guid> participants);
}
