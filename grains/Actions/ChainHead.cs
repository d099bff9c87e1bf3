namespace Burgernet.Grains.Actions;

/// <summary>The last entry of a chain.</summary>
/// <param name="Sequence">Its place, from 1; 0 before the first.</param>
/// <param name="Hash">Its hash, or <see cref="HashChain.Origin"/> before the first.</param>
public readonly record struct ChainHead(long Sequence, byte[] Hash);
