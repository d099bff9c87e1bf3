namespace Burgernet.Grains.Participants;

/// <summary>A participant's key, wrapped.</summary>
/// <param name="ParticipantId">Whose.</param>
/// <param name="MasterKeyId">By which master key.</param>
/// <param name="Key">The wrapped key.</param>
public sealed record WrappedKey(Guid ParticipantId, string MasterKeyId, byte[] Key);
