namespace Burgernet.Grains.Participants;

/// <summary>A wrapped key that takes the place of another.</summary>
/// <param name="Old">What must stand there.</param>
/// <param name="MasterKeyId">The new master key.</param>
/// <param name="Key">The same key, wrapped by it.</param>
public sealed record Rewrapping(WrappedKey Old, string MasterKeyId, byte[] Key);
