using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>Stores lanes: deliveries, claims, results and their chain. The node implements it.</summary>
public interface ILaneStore
{
    /// <summary>Reads a lane.</summary>
    Task<StoredLane> Load(Guid actionId, int lane);

    /// <summary>Stores one step in one transaction; durable when it returns.</summary>
    /// <exception cref="Actions.StoreUnavailableException">Whether it was stored is not known.</exception>
    /// <exception cref="Actions.StoreConflictException">An entry of the chain, or a delivery, stands already: nothing of the step was stored.</exception>
    Task<LaneWriteResult> Write(LaneWrite write);

    /// <summary>An action's deliveries, nearest first.</summary>
    Task<DeliveryPage> ReadDeliveries(Guid actionId, string? after, int limit);

    /// <summary>Counts an action's deliveries, all at one instant.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="outcome">The number of its outcome, or null where there is none.</param>
    Task<DeliveryCounts> CountDeliveries(Guid actionId, int? outcome);
}
