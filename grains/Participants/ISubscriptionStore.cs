using Burgernet.Cells;

namespace Burgernet.Grains.Participants;

/// <summary>Reads the register for cells, regions and selections: active participants only, nothing personal. The node implements it.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>.</remarks>
public interface ISubscriptionStore
{
    /// <summary>The locations in these cells, in one read; ordered by cell, participant, location.</summary>
    /// <param name="cells">H3 cells, resolution 8.</param>
    Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells);

    /// <summary>The locations of these participants, wherever they are; nothing for who is not active.</summary>
    Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants);

    /// <summary>The whole register, streamed with bounded memory, ordered by cell; a cell is never split over two batches.</summary>
    /// <remarks>One consistent state of the register: what changes meanwhile is in <see cref="IChangeLog.ChangedSince"/> a marker taken before.</remarks>
    IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken);

    /// <summary>The populated cells of a region with their counts.</summary>
    /// <param name="region">H3 cell, resolution 5.</param>
    Task<PopulatedCell[]> ReadRegion(ulong region);

    /// <summary>How many locations there are in each of these cells; those with none are left out.</summary>
    /// <param name="cells">H3 cells, resolution 8.</param>
    Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells);
}
