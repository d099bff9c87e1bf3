using Burgernet.Cells;
using Burgernet.Grains.Participants;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>What cells and regions read, with faults in it.</summary>
internal sealed class FaultySubscriptionStore(ISubscriptionStore inner, RegisterFaults faults) : ISubscriptionStore
{
    public async Task<IReadOnlyList<Subscription>> ReadCells(IReadOnlyCollection<ulong> cells)
    {
        faults.Reach(RegisterStep.Cell);
        return await inner.ReadCells(cells);
    }

    public async Task<IReadOnlyList<Subscription>> ReadParticipants(IReadOnlyCollection<Guid> participants)
    {
        faults.Reach(RegisterStep.Cell);
        return await inner.ReadParticipants(participants);
    }

    public IAsyncEnumerable<IReadOnlyList<Subscription>> ReadAll(CancellationToken cancellationToken) => inner.ReadAll(cancellationToken);

    public async Task<PopulatedCell[]> ReadRegion(ulong region)
    {
        faults.Reach(RegisterStep.Region);
        return await inner.ReadRegion(region);
    }

    public async Task<PopulatedCell[]> CountCells(IReadOnlyCollection<ulong> cells)
    {
        faults.Reach(RegisterStep.Region);
        return await inner.CountCells(cells);
    }
}
