using Burgernet.Dialing;
using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>The lane store with faults in its writes.</summary>
internal sealed class FaultyLaneStore(ILaneStore inner, StoreFaults faults) : ILaneStore
{
    public Task<StoredLane> Load(Guid actionId, int lane) => inner.Load(actionId, lane);

    public Task<LaneWriteResult> Write(LaneWrite write) => faults.Through(write.ActionId, () => inner.Write(write));

    public Task<DeliveryPage> ReadDeliveries(Guid actionId, string? after, int limit) => inner.ReadDeliveries(actionId, after, limit);

    public Task<DeliveryCounts> CountDeliveries(Guid actionId, int? outcome) => inner.CountDeliveries(actionId, outcome);
}
