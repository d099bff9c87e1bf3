namespace Burgernet.Grains.Dialing;

/// <summary>A carrier's leases as stored.</summary>
/// <param name="Epoch">Counts how often they were stored; whoever does not know it may not give any.</param>
/// <param name="Leases">Each dialer's, for the carrier as a whole and for each limited prefix.</param>
public sealed record StoredCarrier(long Epoch, IReadOnlyList<StoredLease> Leases);
