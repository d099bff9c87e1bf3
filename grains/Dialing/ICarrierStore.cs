namespace Burgernet.Grains.Dialing;

/// <summary>Stores who holds which share of a carrier's limits. The node implements it.</summary>
public interface ICarrierStore
{
    /// <summary>Reads a carrier's leases; none and epoch 0 where it never gave one.</summary>
    Task<StoredCarrier> Load(string carrier);

    /// <summary>Puts these leases in the place of the stored ones, if they are still those of an epoch; durable when it returns.</summary>
    /// <returns>Whether they were: the epoch is one higher now. If not, another grain gave leases meanwhile, and nothing was stored.</returns>
    /// <exception cref="Actions.StoreUnavailableException">Whether it was stored is not known.</exception>
    Task<bool> Store(string carrier, StoredCarrier leases);

    /// <summary>The claims over a carrier that may still be calls: not stored as ended, and their deadline to come.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="now">The time.</param>
    /// <param name="withNumbers">Whether it is asked for what their numbers are sealed in.</param>
    Task<IReadOnlyList<OpenClaim>> OpenClaims(string carrier, DateTimeOffset now, bool withNumbers);
}
