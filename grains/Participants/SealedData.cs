namespace Burgernet.Grains.Participants;

/// <summary>What is personal of a participant, sealed, with the key to it, wrapped. Without the master key it says nothing.</summary>
/// <param name="MasterKeyId">Which master key wraps the participant's key.</param>
/// <param name="WrappedKey">The participant's own key, wrapped: 60 bytes.</param>
/// <param name="Data">Name, phones, e-mail, birth year, labels and addresses, sealed with the participant's key.</param>
public sealed record SealedData(string MasterKeyId, byte[] WrappedKey, byte[] Data)
{
    /// <inheritdoc/>
    public override string ToString() => $"sealed under {MasterKeyId}";
}
