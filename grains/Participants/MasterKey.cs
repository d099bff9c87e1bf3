namespace Burgernet.Grains.Participants;

/// <summary>A key that wraps the keys of participants.</summary>
/// <param name="Id">Its name, which stands with what it wraps.</param>
/// <param name="Material">At least 32 bytes of it, secret. The key itself is derived from them.</param>
public sealed record MasterKey(string Id, byte[] Material)
{
    /// <summary>Fewest bytes of material.</summary>
    public const int LeastBytes = 32;

    /// <inheritdoc/>
    public override string ToString() => $"master key {Id}";
}
