namespace Burgernet.Grains.Actions;

/// <summary>The key of a tip, wrapped by a master key. Stands beside the dossier, not in it.</summary>
/// <param name="TipId">The tip.</param>
/// <param name="MasterKeyId">Which master key wraps it.</param>
/// <param name="Wrapped">The wrapped key: 60 bytes.</param>
public sealed record TipKey(Guid TipId, string MasterKeyId, byte[] Wrapped);
