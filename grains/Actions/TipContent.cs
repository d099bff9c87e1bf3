using System.Text.Json;

namespace Burgernet.Grains.Actions;

/// <summary>What is sealed of a tip. Stored; members are never renamed.</summary>
/// <param name="Text">In their words.</param>
/// <param name="Phone">E.164, or null.</param>
internal sealed record TipContent(string Text, string? Phone)
{
    /// <summary>As it is sealed: JSON in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>From what was sealed.</summary>
    /// <exception cref="JsonException">Not this content.</exception>
    public static TipContent Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<TipContent>(bytes) ?? throw new JsonException("null");

    /// <inheritdoc/>
    public override string ToString() => "(tip)";
}
