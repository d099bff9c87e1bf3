namespace Burgernet.Grains.Dialing;

/// <summary>A lane as the store has it.</summary>
/// <param name="Deliveries">Its deliveries, in order of selection.</param>
/// <param name="LogSequence">The last entry of its chain, or 0.</param>
/// <param name="LogHead">That entry's hash, or <see cref="Actions.HashChain.Origin"/>.</param>
public sealed record StoredLane(IReadOnlyList<StoredDelivery> Deliveries, long LogSequence, byte[] LogHead);
